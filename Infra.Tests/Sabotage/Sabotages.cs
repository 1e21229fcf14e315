namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>
/// What someone might do to the templates, by haste or by malice, and a named assertion has to notice: the files of JSON in this folder.
/// Each names itself, the stage and stack, the construct, and one change: <c>set</c> a pointer <c>to</c> a value, <c>remove</c> it,
/// <c>add</c> an <c>item</c>, <c>replace</c> a <c>text</c> <c>with</c> another; or the resource is <c>gone</c>, or <c>renamed</c>.
/// </summary>
internal static class Sabotages
{
    public static IReadOnlyList<Sabotage> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.File("Infra.Tests", "Sabotage"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsArray())
            .Select(entry =>
                new Sabotage((string)entry!["name"]!, (string)entry["where"]!, (string)entry["construct"]!, ChangeOf(entry.AsObject()))),
    ];

    private static Change ChangeOf(JsonObject entry) => entry.Select(member => member.Key).Single(IsAKind) switch
    {
        "set" => Set((string)entry["set"]!, entry["to"]?.ToJsonString() ?? "null"),
        "remove" => Remove((string)entry["remove"]!),
        "add" => Add((string)entry["add"]!, entry["item"]!.ToJsonString()),
        "replace" => Replace((string)entry["replace"]!, (string)entry["text"]!, (string)entry["with"]!),
        "gone" => Sabotage.Gone,
        _ => Sabotage.Renamed,
    };

    private static bool IsAKind(string name) => name is "set" or "remove" or "add" or "replace" or "gone" or "renamed";
}
