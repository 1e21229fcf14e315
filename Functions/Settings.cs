namespace Lexicon.Functions;

/// <summary>What the function's environment says of it, beside what the AWS SDK reads there for itself.</summary>
/// <param name="Operation">The operation that this function is: <c>OPERATION</c>.</param>
/// <param name="Table">The name of the table: <c>TABLE_NAME</c>.</param>
internal sealed record Settings(string Operation, string Table)
{
    /// <exception cref="InvalidOperationException">A variable is missing.</exception>
    public static Settings FromEnvironment() => new(Read("OPERATION"), Read("TABLE_NAME"));

    private static string Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"The environment variable {name} is missing.");
}
