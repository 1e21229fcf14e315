using Amazon.CDK.AWS.DynamoDB;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Infra.Data;

/// <summary>
/// What the table holds, as the store declares it, in the table's metadata, which changes nothing that is deployed
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-metadata.html). Whoever reads the template knows the
/// items of the table from it: the console shows them beside those that are stored.
/// </summary>
internal static class DeclaredModel
{
    private const string Key = "DataModel";

    /// <summary>Adds it to the table.</summary>
    public static void AddTo(TableV2 table) =>
        ((CfnGlobalTable)table.Node.DefaultChild!).AddMetadata(Key, Entities.All.Select(Describe).ToArray());

    private static Dictionary<string, object> Describe(IEntity entity) => new()
    {
        ["Name"] = entity.Name,
        ["Purpose"] = entity.Purpose,
        ["Keys"] = entity.Keys.Select(Describe).ToArray(),
        ["Attributes"] = entity.Attributes.Select(one => new Dictionary<string, object>
        {
            ["Name"] = one.Name,
            ["Type"] = one.Type,
            ["Required"] = one.IsRequired,
            ["Rule"] = one.Rule,
        }).ToArray(),
    };

    private static Dictionary<string, object> Describe(KeyShape key)
    {
        Dictionary<string, object> described = new() { ["Partition"] = key.Partition, ["Sort"] = key.Sort };
        if (key.Index is { } index)
        {
            described["Index"] = index;
        }

        if (key.While is { } condition)
        {
            described["While"] = condition;
        }

        return described;
    }
}
