"""How good a backbone is: frozen features and fine-tuning, scored on labelled sets, beside baselines.

datasets       labelled sets: GEO-Bench, archives of chips, densely labelled scenes
reader         samples as batches for models, and for fine-tuning
extractors     what gives frozen features: models, random weights, baselines
features       frozen features of the samples of a split
learners       nearest neighbours and logistic regression on frozen features
linear_probe   the linear probe of GEO-Bench's paper
fine_tuning    protocols that train more, by `training.finetune`
predictions    predictions for test samples, their metrics and intervals
settings       what a protocol of GEO-Bench leaves open
published      scores of others, with what is known of their source
probe          tasks and runs of `engine probe`
geobench       runs of `engine geobench`
outcome        what was found, and what could not be scored
report         pages, tables, figure and result files
command        the two commands
"""
