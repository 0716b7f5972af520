//go:build ignore

// Gen writes the files in data and testdata from a folder of source files:
//
//	go run gen.go -from DIR
//
// The sources are tables taken from public copies of NATO's workbooks, since
// NATO's own site could not be read: columns edition, member, year, then
// figures as published.
//
//	2019-06  data/nato.rda in alistaire47/passport, commit a518ecd
//	2023-03  news reports of March to June 2023, one by one in nato_share_partial.csv
//	2024-06  data/240617-def-exp-2024-TABLES-en.xlsx (NATO's own file) in
//	         jacobvoss/geopolitical-dashboard, commit a6a6f6c
//	2025-08  assets/shareofgdp.csv in Datavisualiatie-UGent/project-dv26-2, commit 642bdb2
//	2026-07  data/processed/nato_defence.csv in
//	         aiutononesistonousername/leave-the-gun-take-the-cannoli, commit 366dedb
//
// Accession dates, currencies, names and codes are common knowledge.
package main

import (
	"crypto/sha256"
	"encoding/csv"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pledgesim/pledgesim/scenario"
)

const (
	terms      = "no open licence: credit NATO, not to be sold or used for advertising"
	prices2015 = "USD million, 2015 prices and exchange rates"
	prices2021 = "USD million, 2021 prices and exchange rates"

	luxembourg = "Luxembourg's denominator from 2023 on is a third lower than before, no longer GDP as it was: years before and after cannot be compared."
)

// An edition describes one file to write.
type edition struct {
	name, money, title string
	date               string // of publication
	notes              []string
}

var editions = []edition{
	{"2019-06", prices2015, "Defence expenditure of NATO countries, PR/CP(2019)069, tables for 2012-2019", "2019-06-25",
		[]string{"All figures of 2018 and 2019 are taken as estimates; the copy that was read only says that they may be."}},
	{"2024-06", prices2015, "Defence Expenditure of NATO Countries (2014-2024)", "2024-06-17",
		[]string{
			"Three shares are printed as 2.00 where the same edition's spending and GDP give less: FRA 2020 (1.986), LTU 2019 (1.995), SVK 2024 (1.989).",
			luxembourg,
		}},
	{"2025-08", "", "Defence Expenditure of NATO Countries (2014-2025)", "2025-08-28",
		[]string{
			"Shares only: this edition's tables of money and GDP were not found.",
			"Germany's share of 2025 is blank in NATO's table.",
			luxembourg,
		}},
	{"2026-07", prices2021, "Defence Investment of NATO Countries (2014-2026)", "2026-07-10",
		[]string{
			"NATO calls this table core defence expenditure, the 3.5% part of the pledge of 2025.",
			"Iceland's GDP is missing in the copy that was read.",
			luxembourg,
		}},
}

// snapshot is the state of 21 March 2023. Its history is that of June 2024.
var snapshot = edition{"2023-03", prices2015, "Defence Expenditure of NATO Countries (2014-2022), as quoted in news reports", "2023-03-21",
	[]string{
		"As of 21 March 2023, when NATO's 2022 report came out: 30 members, without Finland and Sweden, nothing after 2022.",
		"The table of that day was not found in full. 25 of the 29 shares of 2022 are its estimates as quoted in news reports.",
		"The other four shares of 2022, of ALB, MKD, MNE and SVK, are NATO's later figures of June 2024.",
		"By the ranks quoted in the news, ALB stood between 1.51 and 1.89 and MNE between 1.34 and 1.37; the later figures are 1.21 and 1.38.",
		"Canada's 1.29 was quoted in June 2023, without naming the table.",
		"Shares and spending of 2014 to 2021 and GDP of 2014 to 2022 are NATO's later figures of June 2024.",
		"Spending of 2022 is the share of 2022 times GDP.",
	}}

var aliases = map[string][]string{
	"CZE": {"Czech Republic"},
	"DEU": {"Federal Republic of Germany"},
	"GBR": {"UK", "Britain", "Great Britain"},
	"GRC": {"Hellas", "EL"},
	"MKD": {"Macedonia", "FYROM"},
	"NLD": {"The Netherlands", "Holland"},
	"SVK": {"Slovak Republic"},
	"TUR": {"Turkey", "Turkiye"},
	"USA": {"US", "United States of America", "America"},
}

// currencies before the euro, for editions that are older than its adoption.
var before = map[string]string{"BGR": "BGN", "HRV": "HRK"}

var from = flag.String("from", "", "folder of the source files (required)")

func main() {
	log.SetFlags(0)
	if flag.Parse(); *from == "" {
		log.Fatal("name the folder of the source files: go run gen.go -from DIR")
	}
	shares := read("nato_share.csv")
	money := read("nato_expenditure.csv")
	gdp := read("nato_gdp.csv")
	partial := read("nato_share_partial.csv")
	for _, e := range editions {
		only := func(t table) []row { return t.where(func(r row) bool { return r["edition"] == e.name }) }
		write(e.dataset(only(shares), only(money), only(gdp), shares.sum))
	}
	early := func(last int) func(row) bool {
		return func(r row) bool { return r["edition"] == "2024-06" && r.year() <= last }
	}
	quoted := partial.where(func(r row) bool { return r["edition"] == snapshot.name && r.year() == 2022 })
	late := shares.where(func(r row) bool {
		return early(2022)(r) && (r.year() < 2022 || slices.Contains([]string{"ALB", "MKD", "MNE", "SVK"}, r["member"]))
	})
	d := snapshot.dataset(append(quoted, late...), money.where(early(2021)), gdp.where(early(2022)), partial.sum)
	june := editions[1]
	d.Sources = append(d.Sources, june.source(shares.sum))
	write(d)

	writeColumns("data/current.csv", money, "edition", "member", "year", "currency", "national_current_m", "usd_current_m")
	writeColumns("testdata/totals.csv", read("nato_aggregates.csv"), "edition", "aggregate", "year", "share_pct", "usd_const_m", "gdp_real_usd_bn")
	writeSums()
}

func (e edition) source(sum string) scenario.Source {
	return scenario.Source{Publisher: "NATO", Title: e.title, Date: day(e.date), Licence: terms, SHA256: sum}
}

// dataset joins the figures to those who were members on the day of the edition.
func (e edition) dataset(shares, money, gdp []row, sum string) *scenario.Dataset {
	var ms []scenario.Member
	for _, r := range read("members.csv").rows {
		joined := day(r["accession_date"])
		if joined.After(day(e.date)) {
			continue
		}
		m := scenario.Member{Code: r["iso3"], ISO2: r["iso2"], Name: r["name"], Aliases: aliases[r["iso3"]], Joined: joined, Currency: r["currency"]}
		if r["euro_adoption_year"] > e.date[:4] && before[m.Code] != "" {
			m.Currency = before[m.Code]
		}
		if r["armed_forces"] == "false" {
			m.Exempt = "no armed forces"
		}
		m.Share = series(m.Code, shares, "share_pct", "e-2")
		m.GDP = series(m.Code, gdp, "gdp_real_usd_bn", "e3")
		m.Spending = series(m.Code, money, "usd_const_m", "")
		if m.Code == "LUX" && m.Share.Last() >= 2023 {
			m.Breaks = []scenario.Break{{Year: 2023, Why: "the denominator is a third lower, no longer GDP as before"}}
		}
		ms = append(ms, m)
	}
	d, err := scenario.NewDataset("nato-"+e.name, e.money, ms...)
	check(err)
	d.Precision, d.Quantity = 0.01*scenario.Percent, "defence spending"
	d.Sources, d.Notes = []scenario.Source{e.source(sum)}, e.notes
	return d
}

// series takes one column of one member, times a power of ten.
func series(code string, rows []row, column, exponent string) scenario.Series {
	var obs []scenario.Observation
	for _, r := range rows {
		if r["member"] != code || r[column] == "" {
			continue
		}
		v, err := strconv.ParseFloat(r[column]+exponent, 64)
		check(err)
		o := scenario.Observation{Year: r.year(), Value: v, Edition: "nato-" + r["edition"]}
		if r["estimate"] == "true" {
			o.Status = scenario.Estimated
		} else if r["estimate"] != "false" {
			log.Fatalf("%v: whether it is an estimate is not known", r)
		}
		obs = append(obs, o)
	}
	s, err := scenario.SeriesOf(obs...)
	check(err)
	return s
}

// A table is a source file with the SHA-256 of its bytes.
type table struct {
	rows []row
	sum  string
}

type row map[string]string

func (r row) year() int {
	y, err := strconv.Atoi(r["year"])
	check(err)
	return y
}

func (t table) where(keep func(row) bool) []row {
	var kept []row
	for _, r := range t.rows {
		if keep(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

func read(name string) table {
	b, err := os.ReadFile(filepath.Join(*from, name))
	check(err)
	lines, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	check(err)
	t := table{sum: fmt.Sprintf("%x", sha256.Sum256(b))}
	for _, cells := range lines[1:] {
		r := row{}
		for i, name := range lines[0] {
			r[name] = cells[i]
		}
		t.rows = append(t.rows, r)
	}
	return t
}

func write(d *scenario.Dataset) {
	f, err := os.Create("data/" + strings.TrimPrefix(d.Edition, "nato-") + ".csv")
	check(err)
	check(d.WriteCSV(f))
	check(f.Close())
}

func writeColumns(path string, t table, columns ...string) {
	f, err := os.Create(path)
	check(err)
	w := csv.NewWriter(f)
	check(w.Write(columns))
	for _, r := range t.rows {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = r[c]
		}
		check(w.Write(cells))
	}
	w.Flush()
	check(w.Error())
	check(f.Close())
}

// writeSums lists the SHA-256 of the sources, as comments, and of the files
// made from them, for sha256sum -c.
func writeSums() {
	var b strings.Builder
	for _, name := range []string{"members.csv", "nato_aggregates.csv", "nato_expenditure.csv", "nato_gdp.csv", "nato_share.csv", "nato_share_partial.csv"} {
		fmt.Fprintf(&b, "# source %s  %s\n", read(name).sum, name)
	}
	files, err := filepath.Glob("data/20*.csv")
	check(err)
	for _, name := range append(files, "data/current.csv") {
		bytes, err := os.ReadFile(name)
		check(err)
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(bytes), filepath.Base(name))
	}
	check(os.WriteFile("data/SHA256SUMS", []byte(b.String()), 0o644))
}

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	check(err)
	return t
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
