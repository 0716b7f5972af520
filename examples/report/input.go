package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/scenario"
)

// Names of the copies of what was given, in the folder of the report.
const (
	dataCopy     = "input/data.csv"
	scenarioCopy = "input/scenarios.json"
)

// readData takes the figures from a file, or an edition of NATO's.
func (o *options) readData(path, edition string) (err error) {
	if path == "" {
		o.data, err = command.Edition(edition)
		o.again = append(o.again, "-edition", edition)
		return err
	}
	text, err := read(path, func(r io.Reader) (err error) {
		o.data, err = scenario.ReadCSV(r)
		return err
	})
	if err != nil {
		return fmt.Errorf("-data: %w", err)
	}
	if o.data.Money == "" {
		return fmt.Errorf("-data: %s: has shares only, nothing to project: give GDP too, and its unit in a line %q", path, "# money: ...")
	}
	o.inputs = append(o.inputs, file{dataCopy, text})
	o.again = append(o.again, "-data", dataCopy)
	return nil
}

// readScenarios takes the scenarios from a file, or those that are built in.
func (o *options) readScenarios(path, growth string, ofNATO bool) (err error) {
	if path == "" {
		if growth != "" {
			o.again = append(o.again, "-growth", growth)
		}
		o.set, err = builtIn(o.data, growth, ofNATO)
		return err
	}
	text, err := read(path, func(r io.Reader) error {
		set, err := scenario.Decode(r, names())
		if err == nil {
			o.set = *set
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("-scenarios: %w", err)
	}
	o.inputs = append(o.inputs, file{scenarioCopy, text})
	o.again = append(o.again, "-scenarios", scenarioCopy)
	return nil
}

// names are what a file of scenarios may call by name.
func names() scenario.DecodeOptions { return scenario.DecodeOptions{} }

// read gives a file to its reader, and what the reader took of it.
func read(path string, reader func(io.Reader) error) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var taken bytes.Buffer
	if err := reader(io.TeeReader(f, &taken)); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return taken.Bytes(), nil
}
