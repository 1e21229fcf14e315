namespace Lexicon.Infra.Tests.Documents.Costs;

/// <summary>What one request of an operation uses, as it was measured; null what nobody has measured yet.</summary>
internal sealed record Usage(decimal? BilledMilliseconds, decimal? ColdMilliseconds, decimal? LogBytes, decimal? ResponseBytes)
{
    private static readonly UsageFile Measured = Read<UsageFile>("usage.json");

    private static readonly IReadOnlyDictionary<string, Capacity> Capacity = Read<Dictionary<string, Capacity>>("capacity.json");

    public static Usage? Of(string operation) => Measured.Operations.GetValueOrDefault(operation);

    /// <summary>What a run of a function uses that an event or a message runs.</summary>
    public static Usage? OfFunction(string name) => Measured.Functions?.GetValueOrDefault(name);

    /// <summary>The line that API Gateway writes for each request.</summary>
    public static decimal AccessLogBytes => Measured.AccessLogBytes;

    /// <summary>The request units of the table that it consumes: the store's own tests measure them.</summary>
    public static Capacity? CapacityOf(string operation) => Capacity.GetValueOrDefault(operation);

    private static T Read<T>(string file) => JsonSerializer.Deserialize<T>(
        File.ReadAllText(Repository.File("docs", "measurements", file)), JsonSerializerOptions.Web)!;

    private sealed record UsageFile(
        decimal AccessLogBytes, IReadOnlyDictionary<string, Usage> Operations, IReadOnlyDictionary<string, Usage>? Functions);
}
