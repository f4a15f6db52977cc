"""Fine-tuning: labelled scenes or chips and a backbone become a model folder that `engine predict` loads."""
