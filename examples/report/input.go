package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// Names of the copies of what was given, in the folder of the report.
const (
	dataCopy     = "input/data.csv"
	scenarioCopy = "input/scenarios.json"
)

// readData takes the figures from an edition of NATO's, from a file, or from a file
// over an edition if both are named.
func (o *options) readData(path, edition string) (err error) {
	if edition != "" {
		if o.data, err = command.Edition(edition); err != nil {
			return err
		}
		o.edition, o.again = o.data.Edition, append(o.again, "-edition", edition)
	}
	if path == "" {
		return nil
	}
	var own *scenario.Dataset
	text, err := read(path, func(r io.Reader) (err error) {
		own, err = scenario.ReadCSV(r)
		return err
	})
	switch {
	case err != nil:
		return fmt.Errorf("-data: %w", err)
	case o.data != nil:
		o.data, o.differs, err = o.data.With(own, scenario.WithOptions{})
	case own.Money == "":
		err = fmt.Errorf("has shares only, nothing to project: give GDP too, and its unit in a line %q", "# money: ...")
	default:
		o.data = own
	}
	if err != nil {
		return fmt.Errorf("-data: %s: %w", path, err)
	}
	o.inputs = append(o.inputs, file{dataCopy, text})
	o.again = append(o.again, "-data", dataCopy)
	return nil
}

// readScenarios takes the scenarios from a file, or those that are built in.
func (o *options) readScenarios(path, growth string) (err error) {
	if path == "" {
		if growth != "" {
			o.again = append(o.again, "-growth", growth)
		}
		o.set, err = builtIn(o.data, o.edition, growth)
		return err
	}
	text, err := read(path, func(r io.Reader) error {
		set, err := scenario.Decode(r, nato.Named())
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
