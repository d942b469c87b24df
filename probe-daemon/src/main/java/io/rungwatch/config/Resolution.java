package io.rungwatch.config;

record Resolution(int width, int height) {
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
