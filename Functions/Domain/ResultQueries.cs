namespace Lexicon.Functions.Domain;

/// <summary>
/// Query expressions over results: each <c>from</c> is a step, and the first failure ends the query with that failure. Steps
/// that answer at once come first, then the one or more that wait.
/// </summary>
internal static class ResultQueries
{
    public static Result<TOut> Select<T, TOut>(this Result<T> source, Func<T, TOut> select) =>
        source.Succeeded(out var value, out var failure) ? select(value) : failure;

    public static async Task<Result<TOut>> Select<T, TOut>(this Task<Result<T>> source, Func<T, TOut> select) =>
        (await source).Select(select);

    public static Result<TOut> SelectMany<T, TNext, TOut>(
        this Result<T> source, Func<T, Result<TNext>> next, Func<T, TNext, TOut> select) =>
        source.Succeeded(out var value, out var failure) ? next(value).Select(following => select(value, following)) : failure;

    public static async Task<Result<TOut>> SelectMany<T, TNext, TOut>(
        this Result<T> source, Func<T, Task<Result<TNext>>> next, Func<T, TNext, TOut> select) =>
        source.Succeeded(out var value, out var failure)
            ? (await next(value)).Select(following => select(value, following))
            : failure;

    public static async Task<Result<TOut>> SelectMany<T, TNext, TOut>(
        this Task<Result<T>> source, Func<T, Task<Result<TNext>>> next, Func<T, TNext, TOut> select) =>
        await (await source).SelectMany(next, select);
}
