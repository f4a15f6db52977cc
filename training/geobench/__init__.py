"""GEO-Bench: the twelve tasks of version 1 and containers of version 2, probed and compared with published rows.

inert       the pickles inside the files, read without running what they name
tasks       the twelve tasks as data: bands, sizes, classes, metrics
bands       which key of a file is which band, the two published defects put right
labelled    what every set offers: splits, statistics, samples that are read when asked
folder      a set of GEO-Bench v1 on disk
tortilla    a container of GEO-Bench-2
picture     EuroSAT RGB as a stand-in for m-eurosat
chips       batches of such a set for models and for training
describers  frozen features of chips and of pixels, and the floors
linear      the paper's linear probe
learners    nearest neighbours and L-BFGS logistic regression
tuned       protocols that train more than a linear layer: `training.finetune`
scores      metrics and their bootstrap intervals
published   rows of other people, with what is known of their source
settings    what a protocol leaves open
run         tasks x describers x seeds
results     the result file and the table
command     `engine geobench`
"""
