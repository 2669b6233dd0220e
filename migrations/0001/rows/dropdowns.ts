// biome-ignore-all format: the rows are packed, so that they are seen at a glance
import type { Rows } from '../rows.ts';

/** Values that dropdowns offer from the start. */
export const dropdownRows: Rows[] = [
  {
    table: 'glpi_requesttypes',
    columns: 'name, is_helpdesk_default, is_followup_default, is_mail_default, is_mailfollowup_default',
    rows: [
      ['Helpdesk', 1, 1, 0, 0], ['E-Mail', 0, 0, 1, 1], ['Phone', 0, 0, 0, 0], ['Direct', 0, 0, 0, 0],
      ['Written', 0, 0, 0, 0], ['Other', 0, 0, 0, 0],
    ],
  },
  {
    table: 'glpi_documenttypes',
    columns: 'name, ext, icon',
    rows: [
      ['JPEG', 'jpg', 'jpg-dist.png'], ['PNG', 'png', 'png-dist.png'], ['GIF', 'gif', 'gif-dist.png'],
      ['BMP', 'bmp', 'bmp-dist.png'], ['Photoshop', 'psd', 'psd-dist.png'], ['TIFF', 'tif', 'tif-dist.png'],
      ['AIFF', 'aiff', 'aiff-dist.png'], ['Windows Media', 'asf', 'asf-dist.png'],
      ['Windows Media', 'avi', 'avi-dist.png'], ['BZip', 'bz2', 'bz2-dist.png'], ['Word', 'doc', 'doc-dist.png'],
      ['DjVu', 'djvu', ''], ['PostScript', 'eps', 'ps-dist.png'], ['GZ', 'gz', 'gz-dist.png'],
      ['HTML', 'html', 'html-dist.png'], ['Midi', 'mid', 'mid-dist.png'], ['QuickTime', 'mov', 'mov-dist.png'],
      ['MP3', 'mp3', 'mp3-dist.png'], ['MPEG', 'mpg', 'mpg-dist.png'], ['Ogg Vorbis', 'ogg', 'ogg-dist.png'],
      ['PDF', 'pdf', 'pdf-dist.png'], ['PowerPoint', 'ppt', 'ppt-dist.png'], ['PostScript', 'ps', 'ps-dist.png'],
      ['QuickTime', 'qt', 'qt-dist.png'], ['RealAudio', 'ra', 'ra-dist.png'], ['RealAudio', 'ram', 'ram-dist.png'],
      ['RealAudio', 'rm', 'rm-dist.png'], ['RTF', 'rtf', 'rtf-dist.png'], ['StarOffice', 'sdd', 'sdd-dist.png'],
      ['StarOffice', 'sdw', 'sdw-dist.png'], ['Stuffit', 'sit', 'sit-dist.png'],
      ['OpenOffice Impress', 'sxi', 'sxi-dist.png'], ['OpenOffice', 'sxw', 'sxw-dist.png'],
      ['Flash', 'swf', 'swf-dist.png'], ['TGZ', 'tgz', 'tgz-dist.png'], ['texte', 'txt', 'txt-dist.png'],
      ['WAV', 'wav', 'wav-dist.png'], ['Excel', 'xls', 'xls-dist.png'], ['XML', 'xml', 'xml-dist.png'],
      ['Windows Media', 'wmv', 'wmv-dist.png'], ['Zip', 'zip', 'zip-dist.png'], ['MNG', 'mng', ''],
      ['Adobe Illustrator', 'ai', 'ai-dist.png'], ['C source', 'c', 'c-dist.png'], ['Debian', 'deb', 'deb-dist.png'],
      ['DVI', 'dvi', 'dvi-dist.png'], ['C header', 'h', 'h-dist.png'], ['Pascal', 'pas', 'pas-dist.png'],
      ['RedHat/Mandrake/SuSE', 'rpm', 'rpm-dist.png'], ['OpenOffice Calc', 'sxc', 'sxc-dist.png'],
      ['LaTeX', 'tex', 'tex-dist.png'], ['GIMP multi-layer', 'xcf', 'xcf-dist.png'], ['JPEG', 'jpeg', 'jpg-dist.png'],
      ['Oasis Open Office Writer', 'odt', 'odt-dist.png'], ['Oasis Open Office Calc', 'ods', 'ods-dist.png'],
      ['Oasis Open Office Impress', 'odp', 'odp-dist.png'],
      ['Oasis Open Office Impress Template', 'otp', 'odp-dist.png'],
      ['Oasis Open Office Writer Template', 'ott', 'odt-dist.png'],
      ['Oasis Open Office Calc Template', 'ots', 'ods-dist.png'], ['Oasis Open Office Math', 'odf', 'odf-dist.png'],
      ['Oasis Open Office Draw', 'odg', 'odg-dist.png'], ['Oasis Open Office Draw Template', 'otg', 'odg-dist.png'],
      ['Oasis Open Office Base', 'odb', 'odb-dist.png'], ['Oasis Open Office HTML', 'oth', 'oth-dist.png'],
      ['Oasis Open Office Writer Master', 'odm', 'odm-dist.png'], ['Oasis Open Office Chart', 'odc', ''],
      ['Oasis Open Office Image', 'odi', ''], ['Word XML', 'docx', 'doc-dist.png'],
      ['Excel XML', 'xlsx', 'xls-dist.png'], ['PowerPoint XML', 'pptx', 'ppt-dist.png'],
      ['Comma-Separated Values', 'csv', 'csv-dist.png'], ['Scalable Vector Graphics', 'svg', 'svg-dist.png'],
    ],
  },
  {
    table: 'glpi_filesystems',
    columns: 'name',
    rows: [
      ['ext'], ['ext2'], ['ext3'], ['ext4'], ['FAT'], ['FAT32'], ['VFAT'], ['HFS'], ['HPFS'], ['HTFS'], ['JFS'],
      ['JFS2'], ['NFS'], ['NTFS'], ['ReiserFS'], ['SMBFS'], ['UDF'], ['UFS'], ['XFS'], ['ZFS'], ['APFS'],
    ],
  },
  {
    table: 'glpi_interfacetypes',
    columns: 'name',
    rows: [
      ['IDE'], ['SATA'], ['SCSI'], ['USB'], ['AGP'], ['PCI'], ['PCIe'], ['PCI-X'],
    ],
  },
  {
    table: 'glpi_devicefirmwaretypes',
    columns: 'name',
    rows: [
      ['BIOS'], ['UEFI'], ['Firmware'],
    ],
  },
  {
    table: 'glpi_devicememorytypes',
    columns: 'name',
    rows: [
      ['EDO'], ['DDR'], ['SDRAM'], ['SDRAM-2'],
    ],
  },
  {
    table: 'glpi_devicesimcardtypes',
    columns: 'name',
    rows: [
      ['Full SIM'], ['Mini SIM'], ['Micro SIM'], ['Nano SIM'],
    ],
  },
  {
    table: 'glpi_softwarelicensetypes',
    columns: 'name, is_recursive, completename',
    rows: [
      ['OEM', 1, 'OEM'],
    ],
  },
  {
    table: 'glpi_projectstates',
    columns: 'name, color, is_finished',
    rows: [
      ['New', '#06ff00', 0], ['Processing', '#ffb800', 0], ['Closed', '#ff0000', 1],
    ],
  },
  {
    table: 'glpi_agenttypes',
    columns: 'name',
    rows: [
      ['Core'],
    ],
  },
  {
    table: 'glpi_domainrecordtypes',
    columns: 'name, fields, is_recursive, comment',
    rows: [
      ['A', '[]', 1, 'Host address'], ['AAAA', '[]', 1, 'IPv6 host address'],
      ['ALIAS', '[]', 1, 'Auto resolved alias'],
      ['CNAME', '[{"key":"target","label":"Target","placeholder":"sip.example.com.","is_fqdn":true}]', 1, 'Canonical name for an alias'],
      ['MX', '[{"key":"priority","label":"Priority","placeholder":"10"},{"key":"server","label":"Server","placeholder":"mail.example.com.","is_fqdn":true}]', 1, 'Mail eXchange'],
      ['NS', '[]', 1, 'Name Server'], ['PTR', '[]', 1, 'Pointer'],
      ['SOA', '[{"key":"primary_name_server","label":"Primary name server","placeholder":"ns1.example.com.","is_fqdn":true},{"key":"primary_contact","label":"Primary contact","placeholder":"admin.example.com.","is_fqdn":true},{"key":"serial","label":"Serial","placeholder":"2020010101"},{"key":"zone_refresh_timer","label":"Zone refresh timer","placeholder":"86400"},{"key":"failed_refresh_retry_timer","label":"Failed refresh retry timer","placeholder":"7200"},{"key":"zone_expiry_timer","label":"Zone expiry timer","placeholder":"1209600"},{"key":"minimum_ttl","label":"Minimum TTL","placeholder":"300"}]', 1, 'Start Of Authority'],
      ['SRV', '[{"key":"priority","label":"Priority","placeholder":"0"},{"key":"weight","label":"Weight","placeholder":"10"},{"key":"port","label":"Port","placeholder":"5060"},{"key":"target","label":"Target","placeholder":"sip.example.com.","is_fqdn":true}]', 1, 'Location of service'],
      ['TXT', '[{"key":"data","label":"TXT record data","placeholder":"Your TXT record data","quote_value":true}]', 1, 'Descriptive text'],
      ['CAA', '[{"key":"flag","label":"Flag","placeholder":"0"},{"key":"tag","label":"Tag","placeholder":"issue"},{"key":"value","label":"Value","placeholder":"letsencrypt.org","quote_value":true}]', 1, 'Certification Authority Authorization'],
    ],
  },
  {
    table: 'glpi_domainrelations',
    columns: 'name, is_recursive, comment',
    rows: [
      ['Belongs', 1, 'Item belongs to domain'], ['Manage', 1, 'Item manages domain'],
    ],
  },
  {
    table: 'glpi_ssovariables',
    columns: 'name',
    rows: [
      ['HTTP_AUTH_USER'], ['REMOTE_USER'], ['PHP_AUTH_USER'], ['USERNAME'], ['REDIRECT_REMOTE_USER'],
      ['HTTP_REMOTE_USER'],
    ],
  },
  {
    table: 'glpi_rulerightparameters',
    columns: 'id, name, value',
    rows: [
      [1, '(LDAP)Organization', 'o'], [2, '(LDAP)Common Name', 'cn'],
      [3, '(LDAP)Department Number', 'departmentnumber'], [4, '(LDAP)Email', 'mail'],
      [5, 'Object Class', 'objectclass'], [6, '(LDAP)User ID', 'uid'], [7, '(LDAP)Telephone Number', 'phone'],
      [8, '(LDAP)Employee Number', 'employeenumber'], [9, '(LDAP)Manager', 'manager'],
      [10, '(LDAP)DistinguishedName', 'dn'], [12, '(AD)User ID', 'samaccountname'], [13, '(LDAP) Title', 'title'],
      [14, '(LDAP) MemberOf', 'memberof'],
    ],
  },
  {
    table: 'glpi_snmpcredentials',
    columns: 'name, snmpversion, community',
    rows: [
      ['Public community v1', '1', 'public'], ['Public community v2c', '2', 'public'],
    ],
  },
];
