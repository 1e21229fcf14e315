using static Lexicon.Infra.Tests.Sabotage.Change;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>Against the way to production: versions, order, exports, protection.</summary>
internal static class DeliverySabotages
{
    public static IReadOnlyList<Sabotage> All { get; } =
    [
        new("Prod can be deleted by a command", "prod Data", Sabotage.Manifest, Set("/properties/terminationProtection", "false")),
        new("The site does not wait for the API", "dev Site", Sabotage.Manifest, Set("/dependencies", "[]")),
        new("A version is of no function", "prod Api", "GetTerm/Function/CurrentVersion/Resource", Sabotage.Gone),
        new("A value is exported by another name", "prod Data", "", Set("/Outputs/TableName/Export/Name", "\"TableName\"")),
        new("A value is exported that nobody asked for", "dev Data", "", Set("/Outputs/Pool", """{"Value":"x","Export":{"Name":"Lexicon-dev-Data-Pool"}}""")),
        new("The site's address is not told", "prod Site", "", Remove("/Outputs/SiteUrl")),
        new("The address tells of another site", "prod Site", "", Set("/Outputs/SiteUrl/Value", "\"https://example.net\"")),
    ];
}
