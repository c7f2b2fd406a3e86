"""One page kind a module; each makes its pages in one language with `pages(course, words, today)`."""
