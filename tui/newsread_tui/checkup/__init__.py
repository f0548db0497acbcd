"""Whether everything works, and what a bug report needs to know."""
