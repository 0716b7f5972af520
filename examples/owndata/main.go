// Command owndata shows that nothing is about NATO alone. It runs two other pledges
// on files of its own, in the layout of scenario.ReadCSV, which say what is pledged
// and of what it is a share: official development assistance of 0.7% of GNI, promised
// in 1970, and research and development of 3% of GDP, an aim of 2002 for 2010. Where
// figures and pledges were read stands in the files.
package main

import (
	_ "embed"

	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

//go:embed data/oda.csv
var oda []byte

//go:embed data/rd.csv
var rd []byte

func main() { command.Exit("owndata", run(os.Args[1:], os.Stdout)) }

func run(args []string, w io.Writer) error {
	o, err := command.ParseOutput("owndata", args, filepath.Join("out", "owndata"), w)
	if err != nil {
		return err
	}
	charts := map[string]command.Chart{}
	var groups [][]projection.Tabular
	for _, s := range studies() {
		tables, err := s.run(charts)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		groups = append(groups, tables)
	}
	if err := command.Save(o.Out, charts); err != nil {
		return err
	}
	return command.Write(w, o.Format, groups...)
}

// studies are the two pledges. Growth and pace are those of the years before; Sweden was
// surveyed every other year, so that it has no yearly pace in 2001.
func studies() []study {
	aid := study{
		name: "oda", file: oda, member: "NLD",
		pledge: scenario.Target{Share: 0.7 * scenario.Percent, By: 2030},
		years:  projection.Options{To: 2035},
		growth: scenario.Historic{Years: 10},
		pace:   scenario.UpTo{Response: scenario.Trend{Years: 10}},
	}
	research := study{
		name: "rd", file: rd, member: "DNK",
		pledge: scenario.Target{Share: 3 * scenario.Percent, By: 2010},
		years:  projection.Options{Base: 2001, To: 2022},
		growth: scenario.Historic{Years: 5},
		pace: scenario.ByMember{
			Of:   map[string]scenario.Response{"SWE": scenario.Hold{}},
			Else: scenario.UpTo{Response: scenario.Trend{Years: 5}},
		},
	}
	return []study{aid, research}
}
