namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>The table that the tests work on, as CDK's TableV2 writes it.</summary>
internal static class SampleTable
{
    public const string Template =
        """
        {
          "TableName": "Notes",
          "AttributeDefinitions": [
            { "AttributeName": "pk", "AttributeType": "S" }, { "AttributeName": "sk", "AttributeType": "S" },
            { "AttributeName": "tag", "AttributeType": "S" }
          ],
          "KeySchema": [ { "AttributeName": "pk", "KeyType": "HASH" }, { "AttributeName": "sk", "KeyType": "RANGE" } ],
          "BillingMode": "PAY_PER_REQUEST",
          "GlobalSecondaryIndexes": [
            {
              "IndexName": "ByTag",
              "KeySchema": [ { "AttributeName": "tag", "KeyType": "HASH" }, { "AttributeName": "sk", "KeyType": "RANGE" } ],
              "Projection": { "ProjectionType": "ALL" }
            }
          ],
          "StreamSpecification": { "StreamViewType": "NEW_AND_OLD_IMAGES" },
          "TimeToLiveSpecification": { "AttributeName": "expiresAt", "Enabled": true },
          "Replicas": [
            {
              "Region": "us-east-1",
              "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true },
              "GlobalSecondaryIndexes": [ { "IndexName": "ByTag" } ]
            }
          ]
        }
        """;

    public const string Name = "Notes";

    public const string Arn = "arn:aws:dynamodb:us-east-1:123456789012:table/Notes";
}
