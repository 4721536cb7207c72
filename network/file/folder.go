package file

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"proxynet/network"
)

// ReviewName is what the file is called in which the network in network.yaml is
// signed. Beside a network of another name it is name.review.yaml.
const ReviewName = "review.yaml"

func isReview(name string) bool {
	return name == ReviewName || strings.HasSuffix(name, "."+ReviewName)
}

// LoadFolder returns the networks of a folder, each proved as by [LoadProved]: of
// every .yaml file in it that is no translation or review of another, and of
// network.yaml in every folder in it. They come in the order of their paths.
func LoadFolder(dir string) ([]*network.Network, error) {
	entries, err := os.ReadDir(dir) // in the order of names
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if e.IsDir() {
			path = filepath.Join(path, NetworkName)
			if _, err := os.Stat(path); err != nil {
				continue
			}
		} else if filepath.Ext(path) != ".yaml" || isReview(e.Name()) {
			continue
		}
		paths = append(paths, path)
	}
	for _, path := range slices.Clone(paths) {
		translations := translationsOf(path)
		paths = slices.DeleteFunc(paths, func(p string) bool { return slices.Contains(translations, p) })
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s holds no network; put one into it as NAME.yaml, or as NAME/%s", dir, NetworkName)
	}
	var networks []*network.Network
	var all Faults
	for _, path := range paths {
		n, err := LoadProved(path)
		if faults := AsFaults(err); faults != nil {
			all = append(all, faults...)
		} else if err != nil {
			return nil, err
		}
		networks = append(networks, n)
	}
	if all != nil {
		return nil, all
	}
	return networks, nil
}
