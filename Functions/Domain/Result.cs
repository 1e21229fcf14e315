using System.Diagnostics.CodeAnalysis;

namespace Lexicon.Functions.Domain;

/// <summary>What an operation came to: a value or a failure. <see cref="ResultQueries"/> chains them.</summary>
internal readonly struct Result<T>
{
    private readonly T? _value;
    private readonly Failure? _failure;

    private Result(T? value, Failure? failure) => (_value, _failure) = (value, failure);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Failure failure) => new(default, failure);

    public bool Succeeded([MaybeNullWhen(false)] out T value, [MaybeNullWhen(true)] out Failure failure)
    {
        (value, failure) = (_value, _failure);
        return failure is null;
    }

    public TOut Match<TOut>(Func<T, TOut> success, Func<Failure, TOut> fail) =>
        _failure is null ? success(_value!) : fail(_failure);
}
