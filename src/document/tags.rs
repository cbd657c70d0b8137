//! Makes a painted PDF readable aloud: structure tree, outline, language, and properties that depend on nothing else.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::page::{OutlineEntry, Pages, Role};
use super::pdf::tag;
use crate::base::Date;

const PRODUCER: &str = "Throughline";

/// Finishes a document; `contents` names the element of every marked-content number, page by page.
pub(super) fn finish(mut file: Document, pages: &Pages, contents: &[Vec<usize>]) -> lopdf::Result<Vec<u8>> {
    "1.7".clone_into(&mut file.version);
    let page_ids: Vec<ObjectId> = file.get_pages().into_values().collect();
    for (number, id) in (0_i64..).zip(&page_ids) {
        let page = file.get_dictionary_mut(*id)?;
        page.set("StructParents", number);
        page.set("Tabs", "S");
        page.remove(b"Annots");
    }
    let structure = structure(&mut file, pages, contents, &page_ids);
    let outlines = outlines(&mut file, &pages.outline, pages, &page_ids);
    let metadata = metadata(&mut file, pages);
    let catalog = file.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(pages.language.as_str()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("StructTreeRoot", structure);
    catalog.set("Metadata", metadata);
    catalog.remove(b"PageMode");
    catalog.remove(b"Outlines");
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", "UseOutlines");
    }
    let info = file.add_object(info(pages));
    file.trailer.set("Info", info);
    file.trailer.remove(b"ID");
    file.prune_objects();
    file.renumber_objects();
    write(file)
}

/// Writes the file with an id made of its own content.
fn write(mut file: Document) -> lopdf::Result<Vec<u8>> {
    file.compress();
    let mut bytes = Vec::new();
    file.clone().save_modern(&mut bytes)?;
    let digest = Sha256::digest(&bytes).iter().take(16).copied().collect();
    let id = Object::String(digest, StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    bytes.clear();
    file.save_modern(&mut bytes)?;
    Ok(bytes)
}

fn structure(file: &mut Document, pages: &Pages, contents: &[Vec<usize>], page_ids: &[ObjectId]) -> ObjectId {
    let root = file.new_object_id();
    let document = file.new_object_id();
    let ids: Vec<ObjectId> = pages.elements.iter().map(|_| file.new_object_id()).collect();
    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); ids.len()];
    let mut parents = Vec::new();
    for ((number, page), elements) in (0_i64..).zip(page_ids).zip(contents) {
        for (content, element) in (0_i64..).zip(elements) {
            if let Some(kids) = kids.get_mut(*element) {
                kids.push(dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => content }.into());
            }
        }
        let owners = elements.iter().filter_map(|element| ids.get(*element).copied().map(Object::from));
        parents.extend([number.into(), Object::Array(owners.collect())]);
    }
    // Lines for notes for which no page had room leave a paragraph without words.
    let is_said = |role, kids: Option<&Vec<Object>>| role != Role::Paragraph || kids.is_some_and(|k| !k.is_empty());
    let mut top = Vec::new();
    for (index, (element, id)) in pages.elements.iter().zip(&ids).enumerate() {
        if !is_said(element.role, kids.get(index)) {
            continue;
        }
        match element.parent.and_then(|parent| kids.get_mut(parent)) {
            Some(siblings) => siblings.push((*id).into()),
            None => top.push(Object::from(*id)),
        }
    }
    for ((element, id), kids) in pages.elements.iter().zip(&ids).zip(kids) {
        if !is_said(element.role, Some(&kids)) {
            continue;
        }
        let parent = element.parent.and_then(|parent| ids.get(parent)).copied().unwrap_or(document);
        let mut entry = dictionary! { "Type" => "StructElem", "S" => tag(element.role), "P" => parent, "K" => kids };
        attributes(&mut entry, element.role);
        file.set_object(*id, entry);
    }
    file.set_object(document, dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => top });
    let next = i64::try_from(page_ids.len()).unwrap_or(i64::MAX);
    let tree = file.add_object(dictionary! { "Nums" => parents });
    let entry = dictionary! {
        "Type" => "StructTreeRoot", "K" => document, "ParentTree" => tree, "ParentTreeNextKey" => next,
    };
    file.set_object(root, entry);
    root
}

fn attributes(entry: &mut Dictionary, role: Role) {
    let scope = match role {
        Role::ColumnHead => "Column",
        Role::RowHead => "Row",
        Role::Section
        | Role::Heading(_)
        | Role::Paragraph
        | Role::List
        | Role::ListItem
        | Role::Label
        | Role::ListBody
        | Role::Table
        | Role::Row
        | Role::Cell => return,
    };
    entry.set("A", dictionary! { "O" => "Table", "Scope" => scope });
}

/// An outline entry with its place in the tree.
struct Node<'a> {
    entry: &'a OutlineEntry,
    id: ObjectId,
    parent: ObjectId,
    kids: Vec<ObjectId>,
}

fn outlines(file: &mut Document, entries: &[OutlineEntry], pages: &Pages, page_ids: &[ObjectId]) -> Option<ObjectId> {
    if entries.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let mut top = Vec::new();
    let mut nodes: Vec<Node> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for entry in entries {
        let id = file.new_object_id();
        while open.last().and_then(|index| nodes.get(*index)).is_some_and(|node| node.entry.level >= entry.level) {
            open.pop();
        }
        let above = open.last().and_then(|index| nodes.get_mut(*index));
        let (parent, siblings) = above.map_or((root, &mut top), |node| (node.id, &mut node.kids));
        siblings.push(id);
        open.push(nodes.len());
        nodes.push(Node { entry, id, parent, kids: Vec::new() });
    }
    for node in &nodes {
        let siblings = nodes.iter().find(|other| other.id == node.parent).map_or(&top, |parent| &parent.kids);
        file.set_object(node.id, outline_item(node, siblings, pages, page_ids));
    }
    let mut entry = dictionary! { "Type" => "Outlines", "Count" => count(&top) };
    set_ends(&mut entry, &top);
    file.set_object(root, entry);
    Some(root)
}

fn outline_item(node: &Node, siblings: &[ObjectId], pages: &Pages, page_ids: &[ObjectId]) -> Dictionary {
    let height = pages.pages.get(node.entry.page).map_or(0.0, |page| page.height);
    let mut item = dictionary! { "Title" => text_string(&node.entry.text), "Parent" => node.parent };
    if let Some(page) = page_ids.get(node.entry.page) {
        let top = Object::Real(height - node.entry.y);
        item.set("Dest", vec![(*page).into(), "XYZ".into(), Object::Null, top, Object::Null]);
    }
    let at = siblings.iter().position(|id| *id == node.id).unwrap_or_default();
    if let Some(before) = at.checked_sub(1).and_then(|index| siblings.get(index)) {
        item.set("Prev", *before);
    }
    if let Some(after) = siblings.get(at + 1) {
        item.set("Next", *after);
    }
    if !node.kids.is_empty() {
        // Negative: closed until somebody opens it.
        item.set("Count", -count(&node.kids));
        set_ends(&mut item, &node.kids);
    }
    item
}

fn set_ends(entry: &mut Dictionary, kids: &[ObjectId]) {
    if let (Some(first), Some(last)) = (kids.first(), kids.last()) {
        entry.set("First", *first);
        entry.set("Last", *last);
    }
}

fn count(kids: &[ObjectId]) -> i64 {
    i64::try_from(kids.len()).unwrap_or(i64::MAX)
}

fn info(pages: &Pages) -> Dictionary {
    let mut info = dictionary! {
        "Title" => text_string(&pages.title),
        "Creator" => text_string(PRODUCER),
        "Producer" => text_string(PRODUCER),
    };
    if !pages.author.is_empty() {
        info.set("Author", text_string(&pages.author));
    }
    if let Some(date) = pages.dated {
        let stamp = format!("D:{:04}{:02}{:02}000000Z", date.year(), date.month(), date.day());
        info.set("CreationDate", Object::string_literal(stamp.as_str()));
        info.set("ModDate", Object::string_literal(stamp));
    }
    info
}

/// The properties once more, as XMP, which also says that the file means to be PDF/UA-1.
fn metadata(file: &mut Document, pages: &Pages) -> ObjectId {
    let author = if pages.author.is_empty() {
        String::new()
    } else {
        format!("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", escaped(&pages.author))
    };
    let dates = pages.dated.map(xmp_dates).unwrap_or_default();
    let (title, language) = (escaped(&pages.title), escaped(&pages.language));
    let xmp = format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>{author}\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>{dates}\
         <pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    );
    let mut stream = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.into_bytes());
    stream.allows_compression = false;
    file.add_object(stream)
}

fn xmp_dates(date: Date) -> String {
    let stamp = format!("{:04}-{:02}-{:02}T00:00:00Z", date.year(), date.month(), date.day());
    format!("<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>")
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

/// A text string: plain where it is ASCII, else UTF-16.
fn text_string(text: &str) -> Object {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
