package scene

// sortShort sorts a short list, by insertion, and keeps the order of equal elements. It
// takes no memory, and each type of element adds less to the program than with package
// slices.
func sortShort[T any](list []T, less func(a, b *T) bool) {
	for i := range list {
		for k := i; k > 0 && less(&list[k], &list[k-1]); k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}
