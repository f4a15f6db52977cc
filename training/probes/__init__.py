"""What frozen features are worth: linear and nearest-neighbour probes of describers on labelled sets, beside floors.

holdout     which labelled images no pre-training may see
chipsets    sets with a label per chip
scenes      scenes with a label per pixel: which files, how labels are read
pixels      such a scene cut into blocks to learn from and to score, and what its pixels show
describers  what turns chips or pixels into features: models, random weights, floors
learners    what is learnt from the features, and how it is scored
tasks       what there is to probe below a folder
run         tasks x describers x seeds
report      the page, its figure and all single results
command     `engine probe`
"""
