"""What local minima are compared with: regressions on features, linear nets, features of full rank."""
