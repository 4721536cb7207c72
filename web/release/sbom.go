package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"proxynet/web/site/compile"
)

// bomTool writes the software bill of materials. It runs at a fixed version with go
// run, so that the project does not depend on it.
const bomTool = "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0"

// sbom returns the software bill of materials in CycloneDX's JSON format: all
// modules that are linked into the command or into a program of a site, and the
// standard library. It names no licences, since the tool mistakes BSD-3-Clause for
// others; THIRD_PARTY_NOTICES.txt has their texts.
func sbom(ctx context.Context, root string, s stamp) ([]byte, error) {
	dir, err := os.MkdirTemp("", "proxynet-release-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "bom.json")
	tool := compile.Toolchain{Root: root, Platform: host().platform()}
	if _, err := tool.Run(ctx, "run", bomTool, "mod", "-json", "-std", "-noserial", "-notimestamp", "-short-purls", "-type", "application", "-output", path, "."); err != nil {
		return nil, fmt.Errorf("the bill of materials: %w", err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return stampBOM(data, s)
}

// stampBOM sets the version in a bill of materials, and leaves out the hashes of
// the tool itself, which differ with the machine that compiled it.
func stampBOM(data []byte, s stamp) ([]byte, error) {
	var bom map[string]any
	if err := json.Unmarshal(data, &bom); err != nil {
		return nil, fmt.Errorf("the bill of materials: %w", err)
	}
	metadata, _ := bom["metadata"].(map[string]any)
	component, _ := metadata["component"].(map[string]any)
	tools, _ := metadata["tools"].([]any)
	components, _ := bom["components"].([]any)
	if component["name"] != "proxynet" || len(tools) == 0 || len(components) == 0 {
		return nil, fmt.Errorf("the bill of materials is not what %s writes", bomTool)
	}
	component["version"] = s.version
	for _, t := range tools {
		if t, ok := t.(map[string]any); ok {
			delete(t, "hashes")
		}
	}
	out, err := json.MarshalIndent(bom, "", "  ")
	return append(out, '\n'), err
}
