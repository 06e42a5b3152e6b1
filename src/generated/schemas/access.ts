// Generated from schemas/access.schema.json by `npm run generate`; do not edit.
export const accessSchema: Readonly<Record<string, unknown>> = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "urn:rolecall:access",
  "title": "Access file of rolecall",
  "description": "One document: a scope, and who shall hold which role in it.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "roles"
  ],
  "dependentRequired": {
    "environment": [
      "organization"
    ],
    "project": [
      "account"
    ]
  },
  "oneOf": [
    {
      "required": [
        "organization"
      ]
    },
    {
      "required": [
        "account"
      ]
    }
  ],
  "properties": {
    "organization": {
      "$ref": "#/$defs/id",
      "description": "Redox organization id. Heads the document, or names the organization of the environment."
    },
    "environment": {
      "$ref": "#/$defs/id",
      "description": "Redox environment id. Needs organization, where its users are read."
    },
    "account": {
      "$ref": "#/$defs/id",
      "description": "Aion account id. Heads the document, or names the account of the project."
    },
    "project": {
      "$ref": "#/$defs/id",
      "description": "Aion project id. Needs account."
    },
    "name": {
      "description": "A label for people; a warning is given where the live name differs.",
      "type": "string",
      "pattern": "\\S"
    },
    "prune": {
      "description": "What happens to assignments that are live and unlisted: false keeps and shows them, listed revokes them in the roles named here, true revokes them all. An organization must say true itself.",
      "enum": [
        false,
        true,
        "listed"
      ]
    },
    "roles": {
      "description": "Role -> entries.",
      "type": "object",
      "propertyNames": {
        "description": "A role.",
        "type": "string",
        "pattern": "\\S"
      },
      "additionalProperties": {
        "description": "Who shall hold the role.",
        "type": "array",
        "items": {
          "$ref": "#/$defs/entry"
        }
      }
    }
  },
  "$defs": {
    "id": {
      "description": "An id, quoted: a string that is neither empty nor \".\" nor \"..\".",
      "type": "string",
      "minLength": 1,
      "not": {
        "enum": [
          ".",
          ".."
        ]
      }
    },
    "entry": {
      "description": "A person, user, team or group, with or without a term.",
      "anyOf": [
        {
          "description": "A key of people.yaml, an e-mail, an id, user:ID, team:NAME or group:ID.",
          "type": "string",
          "pattern": "\\S"
        },
        {
          "description": "Exactly one of user, team and group, with a term, a reason or a status.",
          "type": "object",
          "additionalProperties": false,
          "oneOf": [
            {
              "required": [
                "user"
              ]
            },
            {
              "required": [
                "team"
              ]
            },
            {
              "required": [
                "group"
              ]
            }
          ],
          "properties": {
            "user": {
              "description": "A key of people.yaml, an e-mail, an id or user:ID.",
              "type": "string",
              "pattern": "\\S"
            },
            "team": {
              "description": "A team of people.yaml.",
              "type": "string",
              "pattern": "\\S"
            },
            "group": {
              "description": "Id of an Aion IAM group.",
              "type": "string",
              "pattern": "\\S"
            },
            "from": {
              "description": "The first day (00:00 UTC) or RFC 3339 time at which the entry counts.",
              "type": "string",
              "pattern": "\\S",
              "examples": [
                "2027-01-01"
              ]
            },
            "until": {
              "description": "The last day (to its end, UTC) or the RFC 3339 time at which the entry stops to count.",
              "type": "string",
              "pattern": "\\S",
              "examples": [
                "2027-01-31"
              ]
            },
            "reason": {
              "description": "Why: a ticket, a sentence.",
              "type": "string",
              "pattern": "\\S"
            },
            "status": {
              "description": "Aion: whether the assignment is active. Active if left out.",
              "enum": [
                "active",
                "inactive"
              ],
              "default": "active"
            }
          }
        }
      ]
    }
  }
};
