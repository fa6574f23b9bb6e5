package io.plimsoll.statistics.forecast.model;

/**
 * The smoothing parameters of an additive exponential smoothing, in the form of R's {@code ets}.
 *
 * @param alpha of the level
 * @param beta of the trend, at most alpha; 0 without one
 * @param gamma of the season, at most 1 − alpha; 0 without one
 * @param phi damping of the trend; 1 for none
 */
public record SmoothingParameters(double alpha, double beta, double gamma, double phi) {}
