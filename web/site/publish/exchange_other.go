//go:build !linux

package publish

// exchange reports that folders can't change names in one step here.
func exchange(string, string) (bool, error) { return false, nil }
