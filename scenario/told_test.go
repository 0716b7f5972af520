package scenario_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"
)

// Each field of each model can change what the model says of itself, but for those that
// are told elsewhere.
func TestWordsTellAllAssumptions(t *testing.T) {
	elsewhere := []string{
		"AR1.Sources", "Shocked.Sources", "Table.Sources", // under tables and charts
		"Table.Rates",      // the table's name stands for them
		"Partial.Estimate", // tells which draws err together, not how far
	}
	a, told := arbitraryFrom(nil), map[string]bool{}
	say := func(v reflect.Value) string { return v.Interface().(fmt.Stringer).String() }
	for _, kinds := range allModels() {
		for _, m := range kinds {
			typ := reflect.TypeOf(m)
			for range 100 {
				v := reflect.New(typ).Elem()
				if a.value(v, typ.Name(), 1); typ.Kind() != reflect.Struct || !a.sound(v.Interface()) {
					continue
				}
				for i := range typ.NumField() {
					other, name := reflect.New(typ).Elem(), typ.Field(i).Name
					other.Set(v)
					if a.value(other.Field(i), name, 1); a.sound(other.Interface()) {
						field := typ.Name() + "." + name
						told[field] = told[field] || say(v) != say(other)
					}
				}
			}
		}
	}
	untold := slices.DeleteFunc(slices.Sorted(maps.Keys(told)), func(field string) bool { return told[field] })
	slices.Sort(elsewhere)
	equal(t, untold, elsewhere)
}
