"""What stands around an article on its page: which lines are that, and taking them off."""
