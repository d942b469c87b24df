package io.rungwatch.simulator.http;

public record Header(String name, String value) {}
