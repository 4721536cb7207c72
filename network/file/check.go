package file

import "io"

// Check opens the network's file, checks its quotes against the article where
// one is named, and reports what they hold. Where anything is wrong it writes
// nothing, and the error says it all.
func Check(w io.Writer, path, articlePath string) error {
	d, err := Open(path)
	if err != nil {
		return err
	}
	var coverage *Coverage
	if articlePath != "" {
		text, faults := readFile(articlePath)
		if faults == nil {
			coverage, faults = d.CheckQuotes(articlePath, text)
		}
		if faults != nil {
			return faults
		}
	}
	return d.Report(w, coverage)
}
