using System.Text.Json;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Live;

/// <summary>The messages that tell of changes, several changes in one as far as they fit.</summary>
internal static class ChangeMessages
{
    /// <summary>
    /// API Gateway counts a message for each 32 KB
    /// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html). The
    /// largest term is larger, and goes alone.
    /// </summary>
    private const int MostBytes = 32 * 1024;

    // The braces around the changes, with the glossary's id.
    private const int Frame = 100;

    /// <summary>The messages of a glossary's changes, each with the first of its changes.</summary>
    public static IEnumerable<(TableChange First, byte[] Message)> Of(IReadOnlyList<TableChange> changes)
    {
        TableChange? first = null;
        List<LiveChange> together = [];
        var size = Frame;
        foreach (var change in WithoutSuperseded(changes))
        {
            if (Describe(change) is not { } described)
            {
                continue;
            }

            var bytes = JsonSerializer.SerializeToUtf8Bytes(described, ContractJson.Default.LiveChange).Length + 1;
            if (first is not null && size + bytes > MostBytes)
            {
                yield return (first, Write(first.GlossaryId, together));
                (first, together, size) = (null, [], Frame);
            }

            first ??= change;
            together.Add(described);
            size += bytes;
        }

        if (first is not null)
        {
            yield return (first, Write(first.GlossaryId, together));
        }
    }

    /// <summary>The message to who sees the glossary no longer.</summary>
    public static byte[] OfRemoval(Ulid glossaryId) => Write(glossaryId, [new() { Kind = LiveChange.GlossaryRemoved }]);

    // Each record of a glossary says all of it, and every new term is one: the last counts.
    private static IEnumerable<TableChange> WithoutSuperseded(IReadOnlyList<TableChange> changes)
    {
        var last = changes.LastOrDefault(change => !change.IsOfTerm);
        return changes.Where(change => change.IsOfTerm || change == last);
    }

    private static LiveChange? Describe(TableChange change) => change switch
    {
        { IsOfTerm: true, After: { } after } => Describe(TermEntity.Entity.Read(after), isNew: !WasSeen(change.Before)),
        { IsOfTerm: true, Before: { } before } => Removed(TermEntity.Id.Read(before), TermEntity.Revision.Version.Read(before)),
        { IsOfTerm: false } when GlossaryEntity.Find(change.After) is { } glossary => new()
        {
            Kind = LiveChange.GlossaryChanged,
            Version = glossary.Version,
            Glossary = Views.Of(glossary, Viewer.Anyone),
        },
        _ => null,
    };

    // One that moderators show again is new to readers.
    private static bool WasSeen(Item? before) => before is not null && Viewer.Anyone.Sees(TermEntity.Entity.Read(before));

    private static LiveChange Removed(Ulid id, long version) =>
        new() { Kind = LiveChange.TermRemoved, TermId = id.ToString(), Version = version };

    // What a moderator hid is gone for readers.
    private static LiveChange Describe(Term term, bool isNew) => !Viewer.Anyone.Sees(term)
        ? Removed(term.Id, term.Version)
        : new()
        {
            Kind = isNew ? LiveChange.TermAdded : LiveChange.TermChanged,
            TermId = term.Id.ToString(),
            Version = term.Version,
            Term = Views.Of(term),
        };

    private static byte[] Write(Ulid glossaryId, IReadOnlyList<LiveChange> changes) => JsonSerializer.SerializeToUtf8Bytes(
        new LiveEvent { Type = "changes", GlossaryId = glossaryId.ToString(), Changes = changes }, ContractJson.Default.LiveEvent);
}
