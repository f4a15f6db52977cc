"""Objects of one kind: found and counted in a scene from some that a person has outlined."""
