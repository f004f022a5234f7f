"""The pages of self-evaluation: questionnaires for everybody, answers for those who have the private link."""
