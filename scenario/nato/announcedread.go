package nato

import (
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/pledgesim/pledgesim/scenario"
)

// announced reads the embedded catalogue, once.
var announced = sync.OnceValue(func() []Announcement {
	f, err := files.Open("data/announced.csv")
	if err != nil {
		panic(err)
	}
	defer f.Close()
	all, err := readAnnounced(f)
	if err != nil {
		panic(fmt.Errorf("data/announced.csv: %w", err)) // the embedded file is broken, which the tests rule out
	}
	return all
})

// dates are as precise as they were read.
var dates = regexp.MustCompile(`^((by|before) )?[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$`)

// readAnnounced reads one announcement a line; a cell "1.5 by 2024; 3" in the
// column steps has two, in per cent, the second without a deadline.
func readAnnounced(r io.Reader) ([]Announcement, error) {
	lines, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	var all []Announcement
	for n, cells := range lines[1:] {
		cell := map[string]string{}
		for i, name := range lines[0] {
			cell[name] = cells[i]
		}
		a := Announcement{
			ID: cell["id"], Member: cell["member"], Date: cell["date"], Kind: Kind(cell["kind"]), Basis: Basis(cell["basis"]),
			Deadline: cell["deadline"], Conditions: cell["conditions"], Text: cell["text"], Source: cell["source"],
			Unverified: cell["unverified"], SupersededBy: cell["superseded_by"],
		}
		if !dates.MatchString(a.Date) {
			return nil, fmt.Errorf("line %d: date %q is not of the form 2024-04-23", n+2, a.Date)
		}
		if a.Steps, err = readSteps(cell["steps"]); err != nil {
			return nil, fmt.Errorf("line %d: %w", n+2, err)
		}
		if related := cell["related"]; related != "" {
			if a.Related, err = percent(related); err != nil {
				return nil, fmt.Errorf("line %d: %w", n+2, err)
			}
		}
		all = append(all, a)
	}
	return all, nil
}

func readSteps(text string) ([]Step, error) {
	if text == "" {
		return nil, nil
	}
	var steps []Step
	for _, part := range strings.Split(text, "; ") {
		share, by, dated := strings.Cut(part, " by ")
		var s Step
		var err error
		if s.Share, err = percent(share); err != nil {
			return nil, err
		}
		if dated {
			if s.By, err = strconv.Atoi(by); err != nil {
				return nil, err
			}
		}
		steps = append(steps, s)
	}
	return steps, nil
}

func percent(text string) (float64, error) {
	p, err := strconv.ParseFloat(text, 64)
	return scenario.FromPercent(p), err
}
