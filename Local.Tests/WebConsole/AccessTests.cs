using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Sqs;
using Lexicon.Local.Tests.CloudFormation;
using Lexicon.Local.Tests.Hosting;
using Lexicon.Local.WebConsole.Map;
using Lexicon.Local.WebConsole.Map.Settings;

namespace Lexicon.Local.Tests.WebConsole;

/// <summary>What a place of the map says of who may do what with it, and a table of its settings.</summary>
public sealed class AccessTests : IDisposable
{
    private const string Trust = """
        {"Version":"2012-10-17","Statement":
          [{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-access-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Table_SaysWhichRolesMayDoWhat_OnWhatOfIt_AndIfWhat() => Assert.Equal(
        [
            "dynamodb:*, denied | the role Writer |  | ",
            "dynamodb:GetItem | the role Writer |  | ",
            "dynamodb:GetItem | the role Reader |  | each dynamodb:LeadingKeys is like A#* or B#*",
            "dynamodb:Query | the role Reader | index/* | each dynamodb:LeadingKeys is like A#* or B#*",
        ],
        Rows("Table", "Who may do what with it", """
            {"Resources":{
              "Table":{"Type":"AWS::DynamoDB::Table","Properties":{"BillingMode":"PAY_PER_REQUEST",
                "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
                "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}},
              "Other":{"Type":"AWS::SQS::Queue"},
              "Reader":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":"trust","Policies":[{"PolicyName":"P","PolicyDocument":
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"dynamodb:GetItem","Resource":{"Fn::GetAtt":["Table","Arn"]},
                    "Condition":{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["A#*","B#*"]} } },
                  {"Effect":"Allow","Action":"dynamodb:Query","Resource":{"Fn::Join":["",[{"Fn::GetAtt":["Table","Arn"]},"/index/*"]]},
                    "Condition":{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["A#*","B#*"]} } },
                  {"Effect":"Allow","Action":"sqs:SendMessage","Resource":{"Fn::GetAtt":["Other","Arn"]} },
                  {"Effect":"Allow","Action":"xray:PutTraceSegments","Resource":"*"}]} }]} },
              "Writer":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":"trust"} },
              "Policy":{"Type":"AWS::IAM::Policy","Properties":{"PolicyName":"P","Roles":[{"Ref":"Writer"}],"PolicyDocument":
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"dynamodb:GetItem","Resource":{"Fn::GetAtt":["Table","Arn"]} },
                  {"Effect":"Deny","Action":"dynamodb:*","Resource":{"Fn::GetAtt":["Table","Arn"]} }]} } } } }
            """));

    [Fact]
    public void Queue_SaysWhatItsOwnPolicyAllows() => Assert.Equal(
        ["sqs:SendMessage | sns.amazonaws.com |  | aws:SourceArn is arn:aws:sns:us-east-1:123456789012:News"],
        Rows("Inbox", "Who may do what with it", """
            {"Resources":{
              "Inbox":{"Type":"AWS::SQS::Queue"},
              "Policy":{"Type":"AWS::SQS::QueuePolicy","Properties":{"Queues":[{"Ref":"Inbox"}],"PolicyDocument":
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},
                  "Action":"sqs:SendMessage","Resource":{"Fn::GetAtt":["Inbox","Arn"]},
                  "Condition":{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:us-east-1:123456789012:News"}}}]}}}}}
            """));

    [Fact]
    public void GlobalTable_SaysWhatKeepsIt_WhatComesOutOfIt_AndWhereElseItIs() => Assert.Equal(
        [
            "Billing | on demand (PAY_PER_REQUEST): by what is read and written",
            "Point-in-time recovery | on: as it was at any second of the last 35 days it can be restored, as a new table",
            "Deletion protection | on: DeleteTable is refused until somebody turns it off",
            "When its stack is deleted | it stays",
            "Stream | NEW_AND_OLD_IMAGES: a record of each change has the item before and after it",
            "Time to live | an item is deleted some time after the second in its attribute expiresAt",
            "Encrypted on AWS with | a key of DynamoDB's own",
            "Replicas | us-east-1, eu-west-1; here is the one of us-east-1",
        ],
        Rows("Table", "Settings", """
            {"Resources":{"Table":{"Type":"AWS::DynamoDB::GlobalTable","DeletionPolicy":"Retain","Properties":{
              "BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
              "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"StreamSpecification":{"StreamViewType":"NEW_AND_OLD_IMAGES"},
              "TimeToLiveSpecification":{"AttributeName":"expiresAt","Enabled":true},
              "Replicas":[{"Region":"us-east-1","DeletionProtectionEnabled":true,
                "PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}},{"Region":"eu-west-1"}]}}}}
            """));

    [Fact]
    public void TableOfOneRegion_SaysWhatIsProvisioned_AndWhatIsOff() => Assert.Equal(
        [
            "Billing | by what is provisioned (PROVISIONED): 5 units of reads and 2 of writes a second",
            "Point-in-time recovery | off", "Deletion protection | off", "When its stack is deleted | it is deleted", "Stream | none",
            "Time to live | none", "Encrypted on AWS with | a key of the account that AWS manages (KMS)",
            "Replicas | none: it is no global table",
        ],
        Rows("Table", "Settings", """
            {"Resources":{"Table":{"Type":"AWS::DynamoDB::Table","Properties":{
              "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
              "ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":2},"SSESpecification":{"SSEEnabled":true}}}}}
            """));

    private IEnumerable<string> Rows(string logicalId, string title, string template)
    {
        using var assembly = new AssemblyFolder()
            .With("App", template.Replace("\"trust\"", Trust, StringComparison.Ordinal));
        var settings = TestSettings.In(_folder);
        var identities = new Identities(TimeProvider.System);
        var graph = new ResourceGraph(assembly.Load(), new ResourceTypes(
        [
            .. new IamService(identities).ResourceTypes,
            .. new SqsService(settings, Endpoints.From(9200), identities, TimeProvider.System).ResourceTypes,
            .. new DynamoDbService(settings, new NoProcesses(), identities).ResourceTypes,
        ]));
        graph.ProvisionAll();
        List<ResourceNode> nodes = [.. graph.Nodes];
        var map = ArchitectureMap.Of(nodes);
        return PlaceSettings.Of(map.Places.Single(place => place.Node.LogicalId == logicalId), map, nodes)
            .Single(table => table.Title == title).Rows.Select(row => string.Join(" | ", row));
    }
}
