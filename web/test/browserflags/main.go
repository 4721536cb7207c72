// Command browserflags prints the go command's flags with which the programs of a page
// are compiled. With the same flags, go vet and go test reuse the site's build cache.
package main

import (
	"fmt"
	"strings"

	"proxynet/web/site/compile"
)

func main() { fmt.Println(strings.Join(compile.PackageFlags(), " ")) }
