using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb.Schema;
using static Lexicon.Local.DynamoDb.Resources.TableProperties;

namespace Lexicon.Local.DynamoDb.Resources;

/// <summary>
/// Holds a table against the rules of CreateTable, so that the templates are refused before the engine, which knows them too, is started
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html).
/// </summary>
/// <param name="resource">The table's resource.</param>
/// <param name="table">The table.</param>
internal sealed class TableCheck(TemplateResource resource, TableDefinition table)
{
    private static readonly string[] Views = ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"];
    private static readonly string[] Projections = ["ALL", "KEYS_ONLY", "INCLUDE"];

    /// <summary>Checks all of it.</summary>
    /// <returns>The table.</returns>
    /// <exception cref="StartupException">DynamoDB would refuse it.</exception>
    public TableDefinition Run()
    {
        CheckName("TableName", table.Name);
        OneOf("BillingMode", table.BillingMode, "PROVISIONED", "PAY_PER_REQUEST");
        CheckKey("KeySchema", table.Key);
        foreach (var (index, i) in table.GlobalIndexes.Select((index, i) => (index, i)))
        {
            CheckIndex($"GlobalSecondaryIndexes[{i}]", index);
            CheckThroughput($"GlobalSecondaryIndexes[{i}].ProvisionedThroughput", index.ProvisionedThroughput);
        }

        foreach (var (index, i) in table.LocalIndexes.Select((index, i) => (index, i)))
        {
            CheckIndex($"LocalSecondaryIndexes[{i}]", index);
            CheckLocal($"LocalSecondaryIndexes[{i}].KeySchema", index);
        }

        CheckNames();
        CheckAttributes();
        CheckStreamAndExpiry();
        return table;
    }

    private void CheckName(string property, string name)
    {
        if (name.Length is < 3 or > 255 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.'))
        {
            throw resource.Invalid(property, $"'{name}' must be 3 to 255 letters, digits, underscores, hyphens and dots");
        }
    }

    private void OneOf(string property, string value, params string[] allowed)
    {
        if (!allowed.Contains(value))
        {
            throw resource.Invalid(property, $"'{value}' must be one of {string.Join(", ", allowed)}");
        }
    }

    private void CheckKey(string property, IReadOnlyList<KeyElement> key)
    {
        if (key is not ([{ KeyType: "HASH" }] or [{ KeyType: "HASH" }, { KeyType: "RANGE" }]))
        {
            throw resource.Invalid(property, "it must have one attribute of key type HASH, and at most one of RANGE after it");
        }

        if (key is [var hash, var range] && hash.AttributeName == range.AttributeName)
        {
            throw resource.Invalid(property, $"its two attributes must not both be '{hash.AttributeName}'");
        }

        if (key.FirstOrDefault(element => table.Attributes.All(one => one.AttributeName != element.AttributeName)) is { } unknown)
        {
            throw resource.Invalid(property, $"AttributeDefinitions must have the attribute '{unknown.AttributeName}'");
        }
    }

    private void CheckIndex(string property, SecondaryIndex index)
    {
        CheckName($"{property}.IndexName", index.IndexName);
        CheckKey($"{property}.KeySchema", index.KeySchema);
        OneOf($"{property}.Projection.ProjectionType", index.Projection.ProjectionType, Projections);
        if (index.Projection.ProjectionType == "INCLUDE" != index.Projection.NonKeyAttributes is { Count: > 0 })
        {
            throw resource.Invalid(
                $"{property}.Projection.NonKeyAttributes", "it must have attributes with the projection type INCLUDE, and with no other");
        }
    }

    private void CheckLocal(string property, SecondaryIndex index)
    {
        if (table.Key.Count != 2 || index.KeySchema.Count != 2 || index.KeySchema[0].AttributeName != table.Key[0].AttributeName)
        {
            throw resource.Invalid(
                property, "a local index must have the table's partition key and a sort key of its own, of a table that has one");
        }
    }

    private void CheckThroughput(string property, Throughput? throughput)
    {
        if (table.BillingMode == "PROVISIONED" && throughput is null)
        {
            throw resource.Invalid(property, "it must be there with the billing mode PROVISIONED");
        }
    }

    private void CheckNames()
    {
        var twice = table.GlobalIndexes.Concat(table.LocalIndexes)
            .GroupBy(index => index.IndexName)
            .FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw resource.Invalid(
                table.GlobalIndexes.Any(index => index.IndexName == twice.Key) ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes",
                $"two indexes must not both be named '{twice.Key}'");
        }
    }

    private void CheckAttributes()
    {
        var used = table.Key.Concat(table.GlobalIndexes.Concat(table.LocalIndexes).SelectMany(index => index.KeySchema))
            .Select(element => element.AttributeName).ToHashSet();
        foreach (var (attribute, i) in table.Attributes.Select((attribute, i) => (attribute, i)))
        {
            OneOf($"AttributeDefinitions[{i}].AttributeType", attribute.AttributeType, "S", "N", "B");
            if (!used.Contains(attribute.AttributeName))
            {
                throw resource.Invalid(
                    $"AttributeDefinitions[{i}]", $"'{attribute.AttributeName}' must be in a key of the table or of an index");
            }
        }

        if (table.Attributes.GroupBy(attribute => attribute.AttributeName).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw resource.Invalid("AttributeDefinitions", $"'{twice.Key}' must be defined once");
        }
    }

    private void CheckStreamAndExpiry()
    {
        if (table.StreamView is { } view)
        {
            OneOf("StreamSpecification.StreamViewType", view, Views);
        }

        if (table.TimeToLive is "")
        {
            throw resource.Invalid("TimeToLiveSpecification.AttributeName", "it must name an attribute");
        }
    }
}
