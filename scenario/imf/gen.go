//go:build ignore

// Gen writes the files in data from a folder of source files:
//
//	go run gen.go -from DIR
//
// The sources gdp_growth.csv and gdp_growth_2026-04.csv hold, by vintage, member
// and year, IMF's growth of real GDP (NGDP_RPCH) as published and the growth of
// the GDP deflator, derived from its index (NGDP_D) within one vintage. They
// were read in mitsuoxv/imf-weo, one commit a vintage, the last one in
// micomrkaic/tea, commit a3bfc2a. Years before 2000 are left out, except for real
// growth in the oldest vintage, which is the record for years before it.
package main

import (
	"crypto/sha256"
	"encoding/csv"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const (
	first  = 2000
	oldest = "2019-04"
	terms  = "copyright IMF, terms of use imf.org/external/terms.htm, not an open licence"
)

// key names one line of a file.
type key struct{ member, variable string }

type vintage struct {
	sum    string
	lines  map[key]map[int]string // per cent by year
	actual map[string]string      // IMF's latest actual year by member

	first, last int
}

var from = flag.String("from", "", "folder of the source files (required)")

func main() {
	log.SetFlags(0)
	if flag.Parse(); *from == "" {
		log.Fatal("name the folder of the source files: go run gen.go -from DIR")
	}
	all := map[string]*vintage{}
	for _, name := range []string{"gdp_growth.csv", "gdp_growth_2026-04.csv"} {
		b, err := os.ReadFile(filepath.Join(*from, name))
		check(err)
		lines, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
		check(err)
		sum := fmt.Sprintf("%x", sha256.Sum256(b))
		for _, c := range lines[1:] { // source_vintage,member,year,real_growth_pct,deflator_growth_pct,deflator_index,estimates_start_after
			add(all, strings.TrimPrefix(c[0], "IMF WEO "), sum, c)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		all[name].write(name)
	}
}

func add(all map[string]*vintage, name, sum string, c []string) {
	v := all[name]
	if v == nil {
		v = &vintage{sum: sum, lines: map[key]map[int]string{}, actual: map[string]string{}, first: first}
		all[name] = v
	}
	year, err := strconv.Atoi(c[2])
	check(err)
	if year < first && name != oldest {
		return
	}
	v.actual[c[1]] = c[6]
	v.first, v.last = min(v.first, year), max(v.last, year)
	for variable, value := range map[string]string{"real": c[3], "deflator": c[4]} {
		k := key{c[1], variable}
		if value == "" || variable == "deflator" && year < first {
			continue
		}
		if v.lines[k] == nil {
			v.lines[k] = map[int]string{}
		}
		v.lines[k][year] = value
	}
}

// write puts a vintage on one line for each member and variable, years as
// columns, growth in per cent.
func (v *vintage) write(name string) {
	f, err := os.Create("data/" + name + ".csv")
	check(err)
	fmt.Fprintf(f, "# vintage: %s\n# source: IMF, World Economic Outlook database\n# licence: %s\n# sha256: %s\n", name, terms, v.sum)
	w := csv.NewWriter(f)
	head := []string{"member", "variable", "latest_actual"}
	for year := v.first; year <= v.last; year++ {
		head = append(head, strconv.Itoa(year))
	}
	check(w.Write(head))
	for _, member := range slices.Sorted(maps.Keys(v.actual)) {
		for _, variable := range []string{"real", "deflator"} {
			values := v.lines[key{member, variable}]
			if values == nil {
				continue
			}
			cells := []string{member, variable, v.actual[member]}
			for year := v.first; year <= v.last; year++ {
				cells = append(cells, values[year])
			}
			check(w.Write(cells))
		}
	}
	w.Flush()
	check(w.Error())
	check(f.Close())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
