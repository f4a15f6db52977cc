"""A model in a form that other programs run: ONNX, for Deepness among them, or torch.export."""
