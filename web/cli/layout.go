package cli

import (
	"fmt"
	"strings"

	"proxynet/network/file"
	"proxynet/viz/layout/edgelist"
	"proxynet/viz/metrics"
)

// Layout writes positions for the nodes of any graph.
func Layout(c *Call) int {
	out := c.outFlag()
	files, status, ok := c.parseFiles("graph’s file")
	if !ok {
		return status
	}
	graph, err := readGraphs(files)
	if err != nil {
		return c.end(err)
	}
	data, err := edgelist.Lay(graph[0])
	if err != nil {
		return c.end(err)
	}
	return c.end(out.write(c, data))
}

// Metrics prints quality measures of a layout or of a picture.
func Metrics(c *Call) int {
	if len(c.args) > 0 && strings.HasSuffix(c.args[0], ".svg") {
		return measure(c)
	}
	files, status, ok := c.parseFiles("graph’s file", "positions’ file")
	if !ok {
		return status
	}
	both, err := readGraphs(files)
	if err != nil {
		return c.end(err)
	}
	return c.end(edgelist.Judge(c.stdout, both[0], both[1]))
}

// mostBytes is the size limit for files that layout and metrics read.
const mostBytes = 64 << 20

// readGraphs reads the files of layout and metrics.
func readGraphs(paths []string) ([]edgelist.File, error) {
	var files []edgelist.File
	for _, path := range paths {
		data, err := file.ReadRegular(path, mostBytes)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		files = append(files, edgelist.File{Name: path, Data: data})
	}
	return files, nil
}

// measure prints the measures of the picture in an SVG file.
func measure(c *Call) int {
	scale := c.flags.Float64("scale", 1, "pixels per unit of the viewBox where the picture is shown")
	files, status, ok := c.parseFiles("picture’s file")
	if !ok {
		return status
	}
	svg, err := file.ReadRegular(files[0], mostBytes)
	if err != nil {
		return c.end(fmt.Errorf("%s: %w", files[0], err))
	}
	p, err := metrics.Read(svg)
	if err != nil {
		return c.end(fmt.Errorf("%s: %w", files[0], err))
	}
	m := metrics.Measure(p, metrics.Options{Scale: *scale})
	return c.end(m.Print(c.stdout))
}
