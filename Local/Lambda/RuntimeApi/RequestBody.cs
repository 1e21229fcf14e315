namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>A body that was read to its end.</summary>
/// <param name="Bytes">The content; empty when it was too large to keep.</param>
/// <param name="TooLarge">Whether it exceeded the limit; the rest was read and thrown away.</param>
internal readonly record struct RequestBody(byte[] Bytes, bool TooLarge)
{
    /// <summary>A request without a body.</summary>
    public static RequestBody None { get; } = new([], false);
}
