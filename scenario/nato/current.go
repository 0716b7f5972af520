package nato

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/pledgesim/pledgesim/scenario"
)

// National gives one member of an edition in its national currency at current
// prices, in million: spending as NATO published it, and shares as in the
// edition. Euro members are in euro for all years. The editions 2024-06 and
// 2026-07 have it; any other is [scenario.ErrMissing].
//
// GDP at current prices is DERIVED: NATO does not print it. It is spending at
// current prices divided by the share, and that share is taken before rounding,
// as real spending over real GDP of the same edition. Project it with growth in
// current prices, such as [scenario.Nominal].
func National(edition, member string) (*scenario.Dataset, error) {
	d, err := Edition(edition)
	if err != nil {
		return nil, err
	}
	m, err := d.Member(member)
	if err != nil {
		return nil, err
	}
	money := columns()[figures{d.Edition, m.Code, "national_current_m"}]
	if len(money) == 0 {
		return nil, none(d, m, "in national currency")
	}
	return current(d, m.Currency, []scenario.Member{inCurrent(m, money)})
}

// CurrentUSD gives an edition in million US dollars at current prices and
// exchange rates. GDP is derived as in [National]. The editions 2019-06, 2024-06
// and 2026-07 have it; any other is [scenario.ErrMissing].
func CurrentUSD(edition string) (*scenario.Dataset, error) {
	d, err := Edition(edition)
	if err != nil {
		return nil, err
	}
	var ms []scenario.Member
	found := false
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		if err != nil {
			return nil, err
		}
		money := columns()[figures{d.Edition, code, "usd_current_m"}]
		found = found || len(money) > 0
		ms = append(ms, inCurrent(m, money))
	}
	if !found {
		return nil, none(d, &scenario.Member{}, "in current US dollars")
	}
	return current(d, "USD", ms)
}

// none says that there is no money to give, and why.
func none(d *scenario.Dataset, m *scenario.Member, how string) error {
	problem := fmt.Sprintf("has no figures %s in edition %s: take nato-2024-06 or nato-2026-07", how, d.Edition)
	if m.Exempt != "" {
		problem = "has no figures: " + m.Exempt
	}
	return &scenario.FieldError{Member: m.Code, Field: "Spending", Problem: problem, Err: scenario.ErrMissing}
}

// inCurrent gives the member with spending, and GDP that fits, at current prices.
func inCurrent(m *scenario.Member, money map[int]float64) scenario.Member {
	var spending, gdp []scenario.Observation
	for o := range m.Spending.Observations() {
		v, ok := money[o.Year]
		real, haveGDP := m.GDP.At(o.Year)
		if !ok {
			continue
		}
		constant := o.Value
		o.Value = v
		spending = append(spending, o)
		if haveGDP {
			o.Value, o.Edition = v*real/constant, ""
			gdp = append(gdp, o)
		}
	}
	c := *m
	c.Spending, c.GDP = mustSeries(spending), mustSeries(gdp)
	return c
}

func current(d *scenario.Dataset, currency string, ms []scenario.Member) (*scenario.Dataset, error) {
	money := currency + " million, current prices"
	if len(ms) > 1 {
		money += " and exchange rates"
	}
	c, err := scenario.NewDataset(d.Edition, money, ms...)
	if err != nil {
		return nil, err
	}
	c.Precision, c.Quantity, c.Denominator, c.Sources = d.Precision, d.Quantity, d.Denominator, d.Sources
	c.Notes = append(slices.Clone(d.Notes), "GDP at current prices is derived: spending divided by the unrounded share.")
	return c, nil
}

// figures names one column of one member in an edition.
type figures struct{ edition, member, column string }

// columns reads the embedded figures at current prices, once: by year.
var columns = sync.OnceValue(func() map[figures]map[int]float64 {
	f, err := files.Open("data/current.csv")
	if err != nil {
		panic(err)
	}
	defer f.Close()
	all, err := readColumns(f)
	if err != nil {
		panic(fmt.Errorf("data/current.csv: %w", err)) // the embedded file is broken, which the tests rule out
	}
	return all
})

func readColumns(r io.Reader) (map[figures]map[int]float64, error) {
	lines, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	all := map[figures]map[int]float64{}
	for _, cells := range lines[1:] {
		year, err := strconv.Atoi(cells[2])
		if err != nil {
			return nil, err
		}
		for i := 4; i < len(cells); i++ {
			if cells[i] == "" {
				continue
			}
			v, err := strconv.ParseFloat(cells[i], 64)
			if err != nil {
				return nil, err
			}
			key := figures{prefix + cells[0], cells[1], strings.TrimSpace(lines[0][i])}
			if all[key] == nil {
				all[key] = map[int]float64{}
			}
			all[key][year] = v
		}
	}
	return all, nil
}

// mustSeries makes a series of years that are known to differ.
func mustSeries(obs []scenario.Observation) scenario.Series {
	s, err := scenario.SeriesOf(obs...)
	if err != nil {
		panic(err) // the embedded file is broken, which the tests rule out
	}
	return s
}
