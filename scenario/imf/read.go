package imf

import (
	"embed"
	"encoding/csv"
	"fmt"
	"maps"
	"math"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/pledgesim/pledgesim/scenario"
)

//go:embed data/*.csv
var files embed.FS

// firstEstimate is the first year of the vintage 2026-04 that is taken as an
// estimate: the copy it was read in does not name the IMF's latest actual year.
const firstEstimate = 2025

// first is the first year of the tables. The oldest vintage holds earlier ones
// too, for its record only.
const first = 2000

// A vintage is one embedded file.
type vintage struct {
	name           string
	source         scenario.Source
	real, deflator map[string]scenario.Series
	record         map[string]scenario.Series // growth of real GDP with all years that the file has
	actual         map[string]int             // latest actual year, where known
}

// table gives growth as a path with a name such as "IMF WEO, April 2023". The
// rates are copied, so that no caller can change those of another.
func (v *vintage) table(what string, rates map[string]scenario.Series) scenario.Table {
	return scenario.Table{Name: "IMF WEO, " + v.source.Date.Format("January 2006") + what, Rates: maps.Clone(rates), Sources: []scenario.Source{v.source}}
}

// vintages reads each embedded file once, when it is first asked for.
var vintages = func() map[string]func() *vintage {
	all := map[string]func() *vintage{}
	for _, name := range Vintages() {
		all[name] = sync.OnceValue(func() *vintage {
			text, err := files.ReadFile("data/" + name + ".csv")
			if err != nil {
				panic(err)
			}
			v, err := read(name, string(text))
			if err != nil {
				panic(fmt.Errorf("vintage %s: %w", name, err)) // the embedded file is broken, which the tests rule out
			}
			return v
		})
	}
	return all
}()

// read takes the leading lines "# key: value", the line of column names, then
// one line for each member and variable with growth in per cent.
func read(name, text string) (*vintage, error) {
	v := &vintage{name: name, real: map[string]scenario.Series{}, deflator: map[string]scenario.Series{}, record: map[string]scenario.Series{}, actual: map[string]int{}}
	head := map[string]string{}
	for strings.HasPrefix(text, "# ") {
		line, rest, _ := strings.Cut(text, "\n")
		key, value, _ := strings.Cut(line[2:], ": ")
		head[key], text = value, rest
	}
	publisher, title, _ := strings.Cut(head["source"], ", ")
	month, err := time.Parse("2006-01", head["vintage"])
	if err != nil {
		return nil, err
	}
	v.source = scenario.Source{Publisher: publisher, Title: title + ", " + month.Format("January 2006"), Date: month, Licence: head["licence"], SHA256: head["sha256"]}

	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, err
	}
	for _, cells := range lines[1:] {
		if err := v.line(lines[0][3:], cells); err != nil {
			return nil, err
		}
	}
	return v, nil
}

func (v *vintage) line(years, cells []string) error {
	member, variable, actual := cells[0], cells[1], cells[2]
	estimates := firstEstimate
	if actual != "" {
		year, err := strconv.Atoi(actual)
		if err != nil {
			return err
		}
		v.actual[member], estimates = year, year+1
	}
	var obs []scenario.Observation
	for i, cell := range cells[3:] {
		if cell == "" {
			continue
		}
		year, err := strconv.Atoi(years[i])
		if err != nil {
			return err
		}
		percent, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			return err
		}
		o := scenario.Observation{Year: year, Value: scenario.FromPercent(percent), Edition: "imf-" + v.name}
		if year >= estimates {
			o.Status = scenario.Estimated
		}
		obs = append(obs, o)
	}
	series, err := scenario.SeriesOf(obs...)
	if err != nil {
		return err
	}
	switch variable {
	case "real":
		v.record[member] = series
		v.real[member] = series.Map(func(year int, rate float64) float64 {
			if year < first {
				return math.NaN() // a gap, of which a series has none at its ends
			}
			return rate
		})
	case "deflator":
		v.deflator[member] = series
	default:
		return fmt.Errorf("variable %q", variable)
	}
	return nil
}
