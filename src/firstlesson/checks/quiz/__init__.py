"""Checks about quizzes: right answers, options and feedback."""
