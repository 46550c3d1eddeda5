"""Search in a browser, on Datasette, over what a run wrote."""
