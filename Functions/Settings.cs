namespace Lexicon.Functions;

/// <summary>What the function's environment says of it, beside what the AWS SDK reads there for itself.</summary>
/// <param name="Operation">The operation that this function is: <c>OPERATION</c>.</param>
/// <param name="Table">The name of the table: <c>TABLE_NAME</c>.</param>
/// <param name="Origins">Other origins whose pages may read the answers, with commas in between: <c>ALLOWED_ORIGINS</c>; null for
/// none.</param>
/// <param name="ImagesBucket">The bucket with the images: <c>IMAGES_BUCKET</c>; null where the function uses none.</param>
internal sealed record Settings(string Operation, string Table, string? Origins, string? ImagesBucket)
{
    /// <exception cref="InvalidOperationException">A variable is missing.</exception>
    public static Settings FromEnvironment() => new(
        Read("OPERATION"),
        Read("TABLE_NAME"),
        Environment.GetEnvironmentVariable("ALLOWED_ORIGINS"),
        Environment.GetEnvironmentVariable("IMAGES_BUCKET"));

    private static string Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"The environment variable {name} is missing.");
}
