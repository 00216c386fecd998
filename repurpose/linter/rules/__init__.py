"""One module a family of rules; `repurpose.linter.catalogue` lists them in order."""
