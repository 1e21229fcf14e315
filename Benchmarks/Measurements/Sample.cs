namespace Lexicon.Benchmarks.Measurements;

/// <summary>One process, measured.</summary>
/// <param name="Init">Milliseconds from its start to its first call of <c>next</c>.</param>
/// <param name="Cold">Milliseconds from its start to its first answer.</param>
/// <param name="Warm">The median of later invocations in microseconds.</param>
/// <param name="Processor">Microseconds of processor time for each of them.</param>
/// <param name="Resident">Megabytes that are resident after them.</param>
internal readonly record struct Sample(double Init, double Cold, double Warm, double Processor, double Resident);
