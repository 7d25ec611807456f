"""One submission judged by a worker on what was read, and its pages drawn. May use readers and processes."""
