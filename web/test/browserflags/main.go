// Command browserflags prints the flags of the go command with which the programs of
// a page are compiled. With the same flags, go vet and go test share what the site compiled.
package main

import (
	"fmt"
	"strings"

	"proxynet/web/site/compile"
)

func main() { fmt.Println(strings.Join(compile.PackageFlags(), " ")) }
