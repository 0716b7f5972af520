//go:build ignore

// Gen writes the file in data from a folder of source files:
//
//	go run gen.go -from DIR
//
// Shares are those of milex_history.csv, the World Bank's series MS.MIL.XPND.GD.ZS
// as updated on 28 October 2021, read in ExpenditurePercent.csv of
// WillPugs/arms-race, commit 567217e. GDP is cumulated from IMF's growth of
// October 2021 (NGDP_RPCH) in gdp_growth.csv, read in mitsuoxv/imf-weo, commit
// e0a1942. Names and codes are those of package nato.
package main

import (
	"crypto/sha256"
	"encoding/csv"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

const (
	vintage = "2021-10"
	last    = 2020 // year of the figures
	origin  = 2000 // year of the index
	money   = "index of real GDP, 2000 = 100"
)

var notes = []string{
	"Shares follow the World Bank's definition of military expenditure, made after SIPRI's, which is not NATO's of defence expenditure: the two cannot be mixed.",
	"GDP is an index of real GDP, 2000 = 100 for every member, so that sums over members, of GDP or of money, mean nothing.",
	"The past is as revised by October 2021, not as it was known at the time.",
	"Germany before 1990 is West Germany.",
	"Years without a figure are left as gaps.",
}

var from = flag.String("from", "", "folder of the source files (required)")

func main() {
	log.SetFlags(0)
	if flag.Parse(); *from == "" {
		log.Fatal("name the folder of the source files: go run gen.go -from DIR")
	}
	milex, sum := read("milex_history.csv")
	shares := map[string][]scenario.Observation{}
	for _, r := range milex {
		if r["source_vintage"] != "World Bank WDI "+vintage {
			continue
		}
		share := scenario.FromPercent(number(r["milex_pct_gdp"]))
		shares[r["member"]] = append(shares[r["member"]], scenario.Observation{Year: year(r["year"]), Value: share, Edition: "worldbank-" + vintage})
	}
	growth, growthSum := read("gdp_growth.csv")
	rates := map[string]map[int]scenario.Observation{}
	for _, r := range growth {
		if r["source_vintage"] != "IMF WEO "+vintage || r["real_growth_pct"] == "" || year(r["year"]) > last {
			continue
		}
		o := scenario.Observation{Year: year(r["year"]), Value: number(r["real_growth_pct"]) / 100}
		if o.Year > year(r["estimates_start_after"]) {
			o.Status = scenario.Estimated
		}
		if rates[r["member"]] == nil {
			rates[r["member"]] = map[int]scenario.Observation{}
		}
		rates[r["member"]][o.Year] = o
	}

	var ms []scenario.Member
	for _, code := range nato.All() {
		if shares[code] == nil {
			continue
		}
		m, err := nato.Latest().Member(code)
		check(err)
		share, err := scenario.SeriesOf(shares[code]...)
		check(err)
		ms = append(ms, scenario.Member{
			Code: m.Code, ISO2: m.ISO2, Name: m.Name, Aliases: m.Aliases, Joined: m.Joined,
			Share: share, GDP: index(rates[code]),
		})
	}
	d, err := scenario.NewDataset("worldbank-"+vintage, money, ms...)
	check(err)
	d.Precision, d.Quantity = 0.0001*scenario.Percent, "military spending"
	d.Notes = notes
	weo, err := imf.Source(vintage)
	check(err)
	weo.SHA256 = growthSum
	d.Sources = []scenario.Source{{
		Publisher: "World Bank", Title: "World Development Indicators, military expenditure in % of GDP (MS.MIL.XPND.GD.ZS)",
		Date: time.Date(2021, 10, 28, 0, 0, 0, 0, time.UTC), Licence: "CC BY 4.0", SHA256: sum,
	}, weo}

	f, err := os.Create("data/" + vintage + ".csv")
	check(err)
	check(d.WriteCSV(f))
	check(f.Close())
}

// index cumulates growth to a level that is 100 in the year of the index, as far
// as the rates reach from there without a gap, with six decimals. A level is an
// estimate if the growth that leads to it is.
func index(rates map[int]scenario.Observation) scenario.Series {
	levels := []scenario.Observation{{Year: origin, Value: 100, Status: rates[origin].Status}}
	for at, level := origin, 100.0; ; at-- {
		r, ok := rates[at]
		if !ok {
			break
		}
		level /= 1 + r.Value
		levels = append(levels, scenario.Observation{Year: at - 1, Value: level, Status: rates[at-1].Status})
	}
	for at, level := origin+1, 100.0; ; at++ {
		r, ok := rates[at]
		if !ok {
			break
		}
		level *= 1 + r.Value
		levels = append(levels, scenario.Observation{Year: at, Value: level, Status: r.Status})
	}
	for i := range levels {
		levels[i].Value = math.Round(levels[i].Value*1e6) / 1e6
		levels[i].Edition = "imf-" + vintage
	}
	s, err := scenario.SeriesOf(levels...)
	check(err)
	return s
}

// read gives the lines of a source file by column name, and its SHA-256.
func read(name string) (rows []map[string]string, sum string) {
	b, err := os.ReadFile(filepath.Join(*from, name))
	check(err)
	lines, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	check(err)
	for _, cells := range lines[1:] {
		r := map[string]string{}
		for i, name := range lines[0] {
			r[name] = cells[i]
		}
		rows = append(rows, r)
	}
	return rows, fmt.Sprintf("%x", sha256.Sum256(b))
}

func year(s string) int {
	y, err := strconv.Atoi(s)
	check(err)
	return y
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	check(err)
	return v
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
