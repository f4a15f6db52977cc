"""What a student is compared with: hidden pixels, their projections, and what teachers see."""
