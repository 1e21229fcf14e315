using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;

namespace Lexicon.Local.EventBridge.Api;

/// <summary>
/// PutEvents (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html): up to 10 entries of together less than
/// 256 KB, each of which succeeds or fails by itself.
/// </summary>
internal sealed class PutEvents(EventRouter router, IIdentities identities)
{
    private const int Most = 10;
    private const int Largest = 256 * 1024;

    /// <summary>The permission for the bus of the first entry; <see cref="Run"/> asks for the others.</summary>
    public static Permission PermissionFor(AwsCall call) =>
        OnBus(BusesOf(Read(call)).FirstOrDefault(EventBuses.Default));

    /// <summary>Puts the events on their buses.</summary>
    public JsonObject Run(AwsCall call)
    {
        var entries = call.Request["Entries"] is null ? throw RequestMembers.Missing("Entries") : Read(call);
        Check(entries);
        foreach (var bus in BusesOf(entries).Skip(1))
        {
            if (identities.Authorize(call.Context, call.Caller, OnBus(bus)) is { Allowed: false } decision)
            {
                throw new EventBridgeException("AccessDeniedException", decision.Message);
            }
        }

        var results = entries.Select(Put).ToList();
        return new()
        {
            ["FailedEntryCount"] = results.Count(result => result.ContainsKey("ErrorCode")),
            ["Entries"] = new JsonArray([.. results]),
        };
    }

    private static List<PutEventsEntry> Read(AwsCall call) =>
        [.. call.Request.List("Entries").Select(entry => new PutEventsEntry(entry as JsonObject
            ?? throw RequestMembers.Wrong("Entries", "a list of structures")))];

    private static IEnumerable<string> BusesOf(IEnumerable<PutEventsEntry> entries) => entries.Select(entry => entry.Bus).Distinct();

    private static Permission OnBus(string bus) => new("events:PutEvents", EventBuses.ArnOf(bus));

    private static void Check(List<PutEventsEntry> entries)
    {
        if (entries.Count is 0 or > Most)
        {
            var bound = entries.Count == 0
                ? "greater than or equal to 1"
                : string.Create(CultureInfo.InvariantCulture, $"less than or equal to {Most}");
            throw EventBridgeException.Invalid(
                $"1 validation error detected: Value '[{string.Join(", ", entries)}]' at 'entries' failed to satisfy constraint: "
                + $"Member must have length {bound}");
        }

        if (entries.Sum(entry => entry.Size) >= Largest)
        {
            throw EventBridgeException.Invalid("Total size of the entries in the request is over the limit.");
        }
    }

    private JsonObject Put(PutEventsEntry entry) => entry.Check() is { } failure
        ? new() { ["ErrorCode"] = failure.Code, ["ErrorMessage"] = failure.Message }
        : new() { ["EventId"] = router.Put(entry.ToEvent()) };
}
