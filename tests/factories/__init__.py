"""One factory per model. The demo content and the benchmarks use them too."""
